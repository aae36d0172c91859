// What the figures of a report say.
import type { FigureId } from '$lib/domain/figures/figure';
import type { ReportReading } from '$lib/domain/reviews/report-figure';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import type { DraftFigure } from '$lib/server/db/reviews/report-drafts';
import { readTargets } from '$lib/server/db/targets/targets';
import { readFigures, type FigureTown } from '../figures/figures';

/** Every figure of a year as a review prints it: this year, last year, and the unit's own targets of both. `today`: the town's date. */
export async function readReportReadings(
	town: FigureTown,
	{ unitId, year, today }: { unitId: string; year: number; today: string }
): Promise<Map<FigureId, ReportReading>> {
	const [readings, now, before] = await Promise.all([
		readFigures(town, { scope: unitId, periods: reportingPeriods(year, today) }),
		readTargets(town.db, unitId, year),
		readTargets(town.db, unitId, year - 1)
	]);
	const targetOf = ({ targets }: typeof now, id: string) =>
		targets.find((one) => one.figure === id && one.unitId === unitId)?.value ?? null;
	return new Map(
		readings.map(({ id, value, previous }) => [
			id,
			{ value, previous, target: targetOf(now, id), previousTarget: targetOf(before, id) }
		])
	);
}

/** The figures of a draft as `printReport` takes them. */
export function readingsOfDraft(figures: readonly DraftFigure[]): Map<FigureId, ReportReading> {
	return new Map(
		figures.map(({ figure, value, previous, target, previousTarget }) => [
			figure,
			{ value, previous, target, previousTarget }
		])
	);
}

/** A draft's figures with the numbers of a snapshot in place of its own. */
export function settledReadings(
	drafted: ReadonlyMap<FigureId, ReportReading>,
	settled: readonly { figure: string; value: number | null; previous: number | null }[]
): Map<FigureId, ReportReading> {
	return new Map(
		[...drafted].map(([id, reading]) => {
			const kept = settled.find(({ figure }) => figure === id);
			return [id, { ...reading, value: kept?.value ?? null, previous: kept?.previous ?? null }];
		})
	);
}
