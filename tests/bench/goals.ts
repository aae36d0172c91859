/** One goal with what was measured. `value` null: it cannot be measured here, as CPU time on another system than Linux. */
export interface Goal {
	name: string;
	goal: string;
	value: number | null;
	met: boolean | null;
}

type Bound = { than: number; aim?: number; unit?: string };

/** A goal that the value must not exceed. `aim` is what is wished beyond it. */
export const atMost = (name: string, value: number | null, bound: Bound): Goal =>
	goal(name, '≤', value, bound, (measured) => measured <= bound.than);

/** A goal that the value must reach. */
export const atLeast = (name: string, value: number | null, bound: Bound): Goal =>
	goal(name, '≥', value, bound, (measured) => measured >= bound.than);

function goal(
	name: string,
	sign: string,
	value: number | null,
	{ than, aim, unit }: Bound,
	isMet: (value: number) => boolean
): Goal {
	const text = [sign, than, unit, aim === undefined ? null : `(aim ${aim})`].filter(
		(part) => part !== undefined && part !== null
	);
	return { name, goal: text.join(' '), value, met: value === null ? null : isMet(value) };
}

/** Goals as lines for a terminal. */
export function linesOf(goals: readonly Goal[]): string[] {
	const width = Math.max(...goals.map(({ name }) => name.length));
	return goals.map(({ name, goal, value, met }) => {
		const mark = met === null ? '–' : met ? '✓' : '✗';
		return `${mark} ${name.padEnd(width)}  ${String(value ?? 'not measured').padStart(12)}  ${goal}`;
	});
}
