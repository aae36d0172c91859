// What is counted of a year, as the rows of its tables.
import type { YearRow } from './block-table';
import { groupOf, groups, joinedOccasion } from './occasion-groups';

/** Occasions put together to weddings, funerals, and all else. */
export function groupRows(occasions: readonly YearRow[]): YearRow[] {
	return groups.map((group) => ({
		key: group,
		months: sumRows(occasions.filter(({ key }) => groupOf(key) === group))
	}));
}

/** Occasions as they are published (see `joinedOccasion`). */
export const joinedRows = (occasions: readonly YearRow[]): YearRow[] =>
	occasions
		.filter(({ key }) => key !== joinedOccasion.from)
		.map((row) =>
			row.key === joinedOccasion.to
				? { ...row, months: sumRows(occasions.filter(({ key }) => key === row.key || key === joinedOccasion.from)) }
				: row
		);

const sumRows = (rows: readonly YearRow[]): number[] =>
	Array.from({ length: 12 }, (_, at) => rows.reduce((sum, { months }) => sum + months[at]!, 0));
