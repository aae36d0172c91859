import type { FigureId } from '../../../src/lib/domain/figures/figure';
import { ofSoftware } from '../figures/registries';
import type { ReportReading } from '../../../src/lib/domain/reviews/report-figure';
import { readReportText } from '../../../src/lib/domain/reviews/report-text';
import { printReport, textOf } from '../../../src/lib/domain/reviews/printed-report';

export const print = (body: string, readings: [FigureId, ReportReading][] = [], before?: [FigureId, ReportReading][]) =>
	printReport(readReportText(body, ofSoftware), {
		year: 2024,
		unitName: '太平场镇',
		readings: new Map(readings),
		before: before && new Map(before)
	});
export const text = (...args: Parameters<typeof print>) => print(...args).map(textOf);
