import { and, asc, desc, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { mostListed, type FoundUnit } from '$lib/domain/units/unit-choice';
import type { UnitKind } from '$lib/domain/units/unit';
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

/** The first units that a field offers, groups and grids last; one more than a list may hold tells that there are more. */
export async function listFirstUnits(db: Database, offered: UnitsOffered): Promise<FoundUnit[]> {
	return db
		.select(columns)
		.from(units)
		.where(isOffered(offered))
		.orderBy(asc(isPart), asc(units.position), asc(units.name))
		.limit(mostListed + 1);
}

/**
 * The units whose name holds `search`, with the name of their village before it or without, and those of a village whose name `search`
 * holds; and with them the village of the unit `nearId`, which comes first. One more than a list may hold tells that there are more.
 */
export async function listUnitsNamed(
	db: Database,
	offered: UnitsOffered,
	search: string,
	nearId: string | null
): Promise<FoundUnit[]> {
	const villageId = sql<string>`case when ${isPart} then ${units.parentId} else ${units.id} end`;
	const nearVillage = sql`(select case when ${inArray(near.kind, ['group', 'grid'])} then ${near.parentId} else ${near.id} end from ${units} as near where ${eq(near.id, nearId ?? '')})`;
	const isNear = sql<number>`coalesce(${villageId} = ${nearVillage}, 0)`;
	const isFound = isNamed(search);
	const rows = await db
		.select({ ...columns, isFound, isNear })
		.from(units)
		.innerJoin(villages, sql`${villages.id} = ${villageId}`)
		.where(and(isOffered(offered), or(isFound, isNear)))
		.orderBy(desc(isNear), asc(isPart), asc(units.position), asc(units.name))
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
function isNamed(search: string): SQL<number> {
	if (search === '') return sql<number>`0`;
	const holds = (text: SQL, part: string) => sql`${text} like ${`%${part.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
	const name = search.replace(/\s/g, '');
	const inChinese = holds(sql`${villages.name} || ${units.name}`, name);
	const inEnglish = holds(sql`coalesce(${villages.nameEn}, '') || ' ' || coalesce(${units.nameEn}, '')`, search);
	return sql<number>`(${inChinese} or ${inEnglish} or instr(${name}, ${villages.name}) > 0)`;
}
