import { literally } from '../literally';
import type { FigureId } from '../figures/figure';
import type { Registry } from '../figures/registry';
import type { ReportReading } from './report-figure';
import { reportNameOf, reportUnits } from './report-words';
import { type ReportLine, placeholderOf } from './report-text';

/** A number typed beside a figure's own words: the software advises to let the figure fill itself in. */
export interface TypedNumber {
	line: number;
	typed: string;
	figure: FigureId;
	placeholder: string;
}

/** Words this far apart are still about the same thing. */
const beside = 12;

/** Where the prose says by hand what a figure counts: 健康讲座42场次. Advice alone; some numbers are rightly typed. */
export function typedNumbersIn(lines: readonly ReportLine[], registry: Registry): TypedNumber[] {
	return lines.flatMap(({ number, parts }) => {
		// A placeholder breaks the sentence: the number before or after it belongs to something else.
		const prose = parts
			.map((part) => (part.kind === 'text' ? part.text : '。'))
			.join('')
			.replace(/[“”《》]/g, '');
		return registry.figures.flatMap(({ id, unit }) => {
			const name = literally(reportNameOf(id, registry).replace(/[“”《》]/g, ''));
			const near = `[^。；;，,、]{0,${beside}}?`;
			const pattern = new RegExp(
				`${name}${near}(\\d[\\d,]*([余多]?)${reportUnits[unit]}次?)|(\\d[\\d,]*([余多]?)${reportUnits[unit]}次?)${near}${name}`
			);
			const found = pattern.exec(prose);
			if (!found) return [];
			const isAbout = Boolean(found[2] || found[4]);
			return [
				{
					...{ line: number, typed: found[1] ?? found[3]!, figure: id },
					placeholder: placeholderOf(id, registry, isAbout ? '约数' : '')
				}
			];
		});
	});
}

/** Those of them that are the very number which the desk counts of their figure and which is withheld in public. */
export const typedWithheld = (
	typed: readonly TypedNumber[],
	{ counted, readings }: Record<'counted' | 'readings', ReadonlyMap<FigureId, ReportReading>>
): TypedNumber[] =>
	typed.filter(
		({ figure, typed }) =>
			readings.get(figure)?.withheld?.value !== undefined &&
			counted.get(figure)?.value === Number(/^[\d,]+/.exec(typed)![0].replaceAll(',', ''))
	);
