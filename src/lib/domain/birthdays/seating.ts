import { groupBy } from '../group-by';

/** A party at the banquet: an elder and those who come along. */
export interface Party {
	id: string;
	/** Neighbours sit together: the group (组) they live in. */
	groupId: string;
	people: number;
	/** The table that a cadre chose; it stays. Null: the system finds one. */
	table: number | null;
}

/** Seats a table, as banquets are laid: 8 to 10, at most 12. */
export const seatsRange = { least: 6, most: 12 } as const;

/** Tables a hall may have. */
export const mostTables = 60;

/**
 * A table for every party: each sits whole at one table, and a group fills the tables it has before it takes another, so that
 * neighbours are together. Parties that a cadre placed stay, and their seats are counted first. No table is filled beyond its seats, but for
 * a party that is larger than a table, which has one alone.
 * Out: party id → table from 1.
 */
export function seatGuests(parties: readonly Party[], seats: number): Map<string, number> {
	const taken: number[] = [];
	const placed = new Map<string, number>();
	const put = ({ id, people }: Party, table: number) => {
		placed.set(id, table);
		taken[table] = (taken[table] ?? 0) + people;
	};
	for (const party of parties) if (party.table !== null) put(party, party.table);
	const free = (table: number) => seats - (taken[table] ?? 0);
	const groups = byGroup(parties.filter(({ table }) => table === null));
	const size = (group: Party[]) => group.reduce((sum, { people }) => sum + people, 0);
	for (const group of groups.sort((a, b) => size(b) - size(a))) {
		const own = new Set<number>();
		for (const party of [...group].sort((a, b) => b.people - a.people)) {
			const table =
				[...own].find((table) => free(table) >= party.people) ?? firstTable((table) => isRoomFor(party, table));
			put(party, table);
			own.add(table);
		}
	}
	return placed;

	/** An empty table takes every party, also one that is larger. */
	function isRoomFor({ people }: Party, table: number): boolean {
		return free(table) >= people || !taken[table];
	}
}

function firstTable(isFit: (table: number) => boolean): number {
	for (let table = 1; ; table++) if (isFit(table)) return table;
}

const byGroup = (parties: readonly Party[]): Party[][] => [...groupBy(parties, ({ groupId }) => groupId).values()];
