// Rows of villages whose grounds overlap, as one row of all of it.

interface VillageRow {
	id: string;
	name: string;
	nameEn: string | null;
	/** The villages that it counts, and those that it came from by a split (`origins`), which it does not. */
	parts: readonly { id: string }[];
	origins: readonly string[];
	/** Its first day where it came of a split; null where there is its ground before. */
	splitOn: string | null;
}

/** A row with the villages that its number is added up of, and those that these have in common, which count once. */
export type Ground<V> = V & {
	of: readonly string[];
	less: readonly string[];
	/** The villages whose registered households make up the whole, each as of its own last day. */
	registeredIn: readonly string[];
};

/**
 * A village that was split goes on as the row of its whole ground in all lists that begin before that. Where a part of it merged with others
 * later, the new village has a part of that ground, too: both are one row, named by both.
 */
export function joinGrounds<V extends VillageRow>(villages: readonly V[]): Ground<V>[] {
	return villages.reduce((rows: Ground<V>[], village) => {
		const over = rows.filter((row) => sharedOf(row, village).length > 0);
		const own: Ground<V> = { ...village, of: [village.id], less: [], registeredIn: [village.id] };
		if (over.length === 0) return [...rows, own];
		const joined = [...over, own].reduce((one, other) => join(one, other));
		return rows.flatMap((row) => (row === over[0] ? [joined] : over.includes(row) ? [] : [row]));
	}, []);
}

const countedBy = ({ parts, origins }: VillageRow) => parts.map(({ id }) => id).filter((id) => !origins.includes(id));

const sharedOf = (one: VillageRow, other: VillageRow) => {
	const counted = countedBy(other);
	return countedBy(one).filter((id) => counted.includes(id));
};

function join<V extends VillageRow>(one: Ground<V>, other: Ground<V>): Ground<V> {
	const known = new Set(one.parts.map(({ id }) => id));
	const shared = sharedOf(one, other);
	return {
		...other,
		name: `${one.name} + ${other.name}`,
		nameEn: `${one.nameEn ?? one.name} + ${other.nameEn ?? other.name}`,
		splitOn: one.splitOn,
		parts: [...one.parts, ...other.parts.filter(({ id }) => !known.has(id))],
		origins: one.origins.filter((id) => other.origins.includes(id)),
		of: [...one.of, ...other.of],
		less: [...one.less, ...other.less, ...shared],
		registeredIn: [...one.registeredIn, ...countedBy(other).filter((id) => !shared.includes(id))]
	};
}

type Counted = Pick<Ground<unknown>, 'of' | 'less' | 'registeredIn'>;

/** What the villages of a row come to, `valueOf` each. */
export const sumOfGround = ({ of, less }: Counted, valueOf: (id: string) => number): number =>
	of.reduce((sum, id) => sum + valueOf(id), 0) - less.reduce((sum, id) => sum + valueOf(id), 0);

/** The registered households of a row; null where one of its villages has no count. */
export function registeredOf({ registeredIn }: Counted, counts: ReadonlyMap<string, number>): number | null {
	const known = registeredIn.flatMap((id) => counts.get(id) ?? []);
	return known.length === registeredIn.length ? known.reduce((sum, count) => sum + count, 0) : null;
}
