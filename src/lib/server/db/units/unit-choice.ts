import { and, asc, desc, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { foldText } from '$lib/domain/folded-text';
import { mostListed, type FoundUnit } from '$lib/domain/units/unit-choice';
import { villageKinds, type UnitKind } from '$lib/domain/units/unit';
import type { Database } from '../client';
import { units } from '../schema/units/units';
import { withinUnit } from './scope';

/** Which units a field offers: of these kinds, at, below or directly below `scope`; closed ones only where a record may name one. */
export interface UnitsOffered {
	scope: string;
	among?: 'all' | 'below' | 'directly-below';
	kinds: readonly UnitKind[];
	withClosed?: boolean;
}

const columns = {
	id: units.id,
	name: units.name,
	nameEn: units.nameEn,
	kind: units.kind,
	parentId: units.parentId,
	position: units.position
};

const villages = alias(units, 'villages');
const near = alias(units, 'near');

const isPart = inArray(units.kind, ['group', 'grid']);
const isVillage = inArray(units.kind, [...villageKinds]);

/** The first units that a field offers, the town first, groups and grids last; one more than a list may hold tells that there are more. */
export async function listFirstUnits(db: Database, offered: UnitsOffered): Promise<FoundUnit[]> {
	return db
		.select(columns)
		.from(units)
		.where(isOffered(offered))
		.orderBy(asc(isPart), asc(isVillage), asc(units.position), asc(units.name))
		.limit(mostListed + 1);
}

/** The units of a name as it was typed; or else in letters of half width; or else of its words one after the other (see `listUnitsNamed`). */
export async function findUnitsNamed(
	db: Database,
	offered: UnitsOffered,
	search: string,
	nearId: string | null
): Promise<FoundUnit[]> {
	const plain = foldText(search);
	const ways = [[search], ...(plain === search ? [] : [[plain]]), ...(/\s/.test(plain) ? [plain.split(/\s+/)] : [])];
	let read: FoundUnit[] = [];
	for (const parts of ways) {
		read = await listUnitsNamed(db, offered, parts, nearId);
		if (read.some(({ isFound }) => isFound)) break;
	}
	return read;
}

/**
 * The units whose name holds the parts of a name one after the other, with the name of their village before it or without, and those of a
 * village whose name they hold; and with them the village of the unit `nearId`, which comes first. One more than a list may hold tells
 * that there are more.
 */
async function listUnitsNamed(
	db: Database,
	offered: UnitsOffered,
	parts: readonly string[],
	nearId: string | null
): Promise<FoundUnit[]> {
	const villageId = sql<string>`case when ${isPart} then ${units.parentId} else ${units.id} end`;
	const nearVillage = sql`(select case when ${inArray(near.kind, ['group', 'grid'])} then ${near.parentId} else ${near.id} end from ${units} as near where ${eq(near.id, nearId ?? '')})`;
	const isNear = sql<number>`coalesce(${villageId} = ${nearVillage}, 0)`;
	const isFound = isNamed(parts);
	const rows = await db
		.select({ ...columns, isFound, isNear })
		.from(units)
		.innerJoin(villages, sql`${villages.id} = ${villageId}`)
		.where(and(isOffered(offered), or(isFound, isNear)))
		.orderBy(desc(isNear), asc(isPart), asc(isVillage), asc(units.position), asc(units.name))
		.limit(mostListed + 1);
	return rows.map((row) => ({ ...row, isFound: Boolean(row.isFound), isNear: Boolean(row.isNear) }));
}

const isOffered = ({ scope, among = 'all', kinds, withClosed = false }: UnitsOffered) =>
	and(
		among === 'directly-below' ? eq(units.parentId, scope) : withinUnit(units.id, scope),
		among === 'below' ? ne(units.id, scope) : undefined,
		inArray(units.kind, [...kinds]),
		withClosed ? undefined : isNull(units.validToOn)
	);

/** Spaces do not count in a Chinese name. */
function isNamed(parts: readonly string[]): SQL<number> {
	const bare = parts.map((part) => part.replace(/\s/g, ''));
	const name = bare.join('');
	if (name === '') return sql<number>`0`;
	const holds = (text: SQL, wanted: readonly string[]) => sql`${text} like ${likeInTurn(wanted)} escape '\\'`;
	const inChinese = holds(sql`${villages.name} || ${units.name}`, bare);
	const inEnglish = holds(sql`coalesce(${villages.nameEn}, '') || ' ' || coalesce(${units.nameEn}, '')`, parts);
	return sql<number>`(${inChinese} or ${inEnglish} or instr(${name}, ${villages.name}) > 0)`;
}

/** A pattern that finds these parts one after the other. Its signs are letters like others. */
const likeInTurn = (parts: readonly string[]) => `%${parts.map((part) => part.replace(/[\\%_]/g, '\\$&')).join('%')}%`;
