// Pieces of SQL that the rules are made of.

/** SQL text of a list of words: `('held', 'reduced')`. */
export const listed = (words: readonly string[]): string => `(${words.map((word) => `'${word}'`).join(', ')})`;

/** A condition in an update's trigger: one of the columns has another value than before. */
export function changed(columns: readonly string[]): string {
	const row = (name: string) => columns.map((column) => `${name}.${column}`).join(', ');
	return columns.length === 1 ? `${row('OLD')} IS NOT ${row('NEW')}` : `(${row('OLD')}) IS NOT (${row('NEW')})`;
}

/** The town's date of an instant. */
export const dateOf = (instant: string) => `date(${instant} / 1000 + 28800, 'unixepoch')`;

/** A condition in a trigger of late records, where `c` is the closing: one of the days lies in the closed period. */
export const inPeriod = (...days: string[]) => {
	const closed = days.map((day) => `${day} BETWEEN c.from_on AND c.to_on`);
	return closed.length === 1 ? closed[0]! : `(${closed.join(' OR ')})`;
};
/** It lies in the closed period, or before it. */
export const before = (day: string) => `${day} <= c.to_on`;
/** It lay in the closed period or before it, or does so now. */
export const earlier = (column: string) => `min(OLD.${column}, NEW.${column}) <= c.to_on`;
/** The same of a last day that may be open: what ends with the period is in place on its last day still. */
export const endsEarlier = (column: string) =>
	`min(coalesce(OLD.${column}, '9999'), coalesce(NEW.${column}, '9999')) < c.to_on`;
