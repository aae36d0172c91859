import { and, asc, between, count, eq, gte, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { BanquetState, Occasion } from '$lib/domain/banquets/banquet';
import { yearBounds } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { pageFrom, type Cursor } from '../keyset';
import { isOwnWord } from './banquet-acts';
import { banquetOutcomes, banquetRemovals, banquets, dissuasions } from '../schema/banquets/banquets';
import { hostPledgedOn, pledgeOfHost } from '../pledges/pledges-in-force';
import { units } from '../schema/units/units';
import { isHeld, banquetsWithin } from './counted-banquets';
import { withinUnit } from '../units/scope';

type Statement = BatchItem<'sqlite'>;
export type Banquet = typeof banquets.$inferSelect;
export type BanquetOutcome = typeof banquetOutcomes.$inferSelect;
type NewBanquet = typeof banquets.$inferInsert;

/** More than a town plans in one month; a bound for the calendar. */
const mostInMonth = 2000;

/** Links the household's pledge when one is in force on the day of 报备. */
export function insertBanquet(db: Database, banquet: Omit<NewBanquet, 'pledgeId'>): Statement {
	return db.insert(banquets).values({ ...banquet, pledgeId: linkedPledge(banquet) });
}

const linkedPledge = ({ hostPhoneIndex, declaredOn }: Pick<NewBanquet, 'hostPhoneIndex' | 'declaredOn'>) =>
	hostPhoneIndex ? pledgeOfHost(hostPhoneIndex, declaredOn) : null;

export function insertBanquetRemoval(db: Database, removal: typeof banquetRemovals.$inferInsert): Statement {
	return db.insert(banquetRemovals).values(removal);
}

export function updateBanquet(
	db: Database,
	id: string,
	changes: Partial<NewBanquet> & Pick<NewBanquet, 'hostPhoneIndex' | 'declaredOn'>
): Statement {
	const pledgeId = linkedPledge(changes);
	return db
		.update(banquets)
		.set({ ...changes, pledgeId })
		.where(eq(banquets.id, id));
}

export function insertOutcome(db: Database, outcome: typeof banquetOutcomes.$inferInsert): Statement {
	return db.insert(banquetOutcomes).values(outcome);
}

/** The outcome, unless the banquet has one already. */
export function insertOutcomeIfNone(db: Database, outcome: typeof banquetOutcomes.$inferInsert): Statement {
	return db.insert(banquetOutcomes).values(outcome).onConflictDoNothing();
}

export function updateOutcome(
	db: Database,
	banquetId: string,
	changes: Pick<BanquetOutcome, 'outcome' | 'endedOn' | 'tablesHeld'>
): Statement {
	return db.update(banquetOutcomes).set(changes).where(eq(banquetOutcomes.banquetId, banquetId));
}

/** One banquet with its unit and outcome, whether the household declared it itself, and its pledge; null when there is none. */
export async function findBanquet(db: Database, id: string) {
	const rows = await db
		.select({
			banquet: banquets,
			outcome: banquetOutcomes,
			removal: { reason: banquetRemovals.reason, at: banquetRemovals.at },
			unit: { id: units.id, name: units.name, nameEn: units.nameEn },
			isOwnWord,
			pledgedOn: hostPledgedOn(sql`${banquets.hostPhoneIndex}`)
		})
		.from(banquets)
		.innerJoin(units, eq(units.id, banquets.unitId))
		.leftJoin(banquetOutcomes, eq(banquetOutcomes.banquetId, banquets.id))
		.leftJoin(banquetRemovals, eq(banquetRemovals.banquetId, banquets.id))
		.where(eq(banquets.id, id));
	return rows[0] ?? null;
}

/** What a list may be narrowed to. `took-place` is what the figure banquets-held counts. */
export interface BanquetFilter {
	state?: BanquetState | 'open' | 'took-place';
	occasion?: Occasion;
	/** A village, community or group: with all below it. */
	unitId?: string;
	/** Of the day it ended, or while it has not, of the planned day. */
	year?: number;
}

function matching(scope: string, today: string, { state, occasion, unitId, year }: BanquetFilter): SQL | undefined {
	return and(
		banquetsWithin(scope),
		unitId ? withinUnit(banquets.unitId, unitId) : undefined,
		occasion ? eq(banquets.occasion, occasion) : undefined,
		year ? ofYear(year) : undefined,
		state ? inState(state, today) : undefined
	);
}

function ofYear(year: number): SQL | undefined {
	const { fromOn, toOn } = yearBounds(year);
	return sql`coalesce(${banquetOutcomes.endedOn}, ${banquets.plannedOn}) between ${fromOn} and ${toOn}`;
}

/** Domain `decideBanquetState` in SQL. */
function inState(state: NonNullable<BanquetFilter['state']>, today: string): SQL | undefined {
	const isOpen = isNull(banquetOutcomes.outcome);
	if (state === 'open') return isOpen;
	if (state === 'took-place') return isHeld();
	if (state === 'overdue') return and(isOpen, lt(banquets.plannedOn, today));
	if (state === 'declared' || state === 'found') {
		return and(isOpen, eq(banquets.origin, state), gte(banquets.plannedOn, today));
	}
	return eq(banquetOutcomes.outcome, state);
}

/** What the household said last about its record. */
const lastAnswer = (column: 'id' | 'text_sealed') => sql<
	string | null
>`(select ${sql.raw(column)} from household_answers
	where banquet_id = ${banquets.id} order by at desc, id desc limit 1)`;

/**
 * Banquets within `scope`, the latest planned day first, one page. `today` is the town's date.
 */
export async function listBanquets(db: Database, scope: string, today: string, filter: BanquetFilter, cursor?: Cursor) {
	const page = pageFrom(cursor, { key: banquets.plannedOn, id: banquets.id, direction: 'descending' });
	const rows = await db
		.select({
			id: banquets.id,
			origin: banquets.origin,
			occasion: banquets.occasion,
			plannedOn: banquets.plannedOn,
			tablesPlanned: banquets.tablesPlanned,
			hostNameSealed: banquets.hostNameSealed,
			unitName: units.name,
			unitNameEn: units.nameEn,
			outcome: banquetOutcomes.outcome,
			endedOn: banquetOutcomes.endedOn,
			tablesHeld: banquetOutcomes.tablesHeld,
			dissuasionId: dissuasions.id,
			isOwnWord,
			answerId: lastAnswer('id'),
			answerSealed: lastAnswer('text_sealed')
		})
		.from(banquets)
		.innerJoin(units, eq(units.id, banquets.unitId))
		.leftJoin(banquetOutcomes, eq(banquetOutcomes.banquetId, banquets.id))
		.leftJoin(dissuasions, eq(dissuasions.banquetId, banquets.id))
		.where(and(matching(scope, today, filter), page.beyond))
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(rows);
}

/**
 * Banquets within `scope` planned from one day to another, both included, with any outcome; by day, then as they were
 * declared.
 */
export async function listBanquetsPlanned(db: Database, scope: string, { fromOn, toOn }: Period) {
	return db
		.select({
			id: banquets.id,
			occasion: banquets.occasion,
			plannedOn: banquets.plannedOn,
			tablesPlanned: banquets.tablesPlanned,
			hostNameSealed: banquets.hostNameSealed,
			unitName: units.name,
			unitNameEn: units.nameEn,
			outcome: banquetOutcomes.outcome
		})
		.from(banquets)
		.innerJoin(units, eq(units.id, banquets.unitId))
		.leftJoin(banquetOutcomes, eq(banquetOutcomes.banquetId, banquets.id))
		.where(and(banquetsWithin(scope), between(banquets.plannedOn, fromOn, toOn)))
		.orderBy(asc(banquets.plannedOn), asc(banquets.id))
		.limit(mostInMonth);
}

/** How many banquets the filter leaves. */
export async function countBanquets(
	db: Database,
	scope: string,
	today: string,
	filter: BanquetFilter
): Promise<number> {
	const rows = await db
		.select({ count: count() })
		.from(banquets)
		.leftJoin(banquetOutcomes, eq(banquetOutcomes.banquetId, banquets.id))
		.where(matching(scope, today, filter));
	return rows[0]?.count ?? 0;
}

/** The first and last year of planned days within `scope`; null when there is no banquet. */
export async function findBanquetYears(db: Database, scope: string): Promise<{ from: number; to: number } | null> {
	const rows = await db
		.select({
			from: sql<string | null>`min(${banquets.plannedOn})`,
			to: sql<string | null>`max(${banquets.plannedOn})`
		})
		.from(banquets)
		.where(banquetsWithin(scope));
	const { from, to } = rows[0] ?? {};
	return from && to ? { from: Number(from.slice(0, 4)), to: Number(to.slice(0, 4)) } : null;
}

/** For the audit entry of a correction: the record before the write and after it. Nothing personal. */
export function banquetBeforeAndAfter(id: string, after: Record<string, unknown>, changed: string[]): SQL<string> {
	return sql`(select json_object('before', json_object('origin', origin, 'occasion', occasion, 'unitId', unit_id,
		'declaredOn', declared_on, 'plannedOn', planned_on, 'meals', meals, 'tablesPlanned', tables_planned,
		'pricePerTable', price_per_table), 'after', json(${JSON.stringify(after)}), 'changed', json(${JSON.stringify(changed)}))
		from banquets where id = ${id})`;
}

/** The same for what a household corrects itself. */
export function ownBeforeAndAfter(id: string, after: Record<string, unknown>, changed: string[]): SQL<string> {
	return sql`(select json_object('before', json_object('plannedOn', planned_on, 'meals', meals, 'tablesPlanned', tables_planned),
		'after', json(${JSON.stringify(after)}), 'changed', json(${JSON.stringify(changed)})) from banquets where id = ${id})`;
}

/** The same for an outcome. */
export function outcomeBeforeAndAfter(banquetId: string, after: Record<string, unknown>): SQL<string> {
	return sql`(select json_object('before', json_object('outcome', outcome, 'endedOn', ended_on, 'tablesHeld', tables_held),
		'after', json(${JSON.stringify(after)})) from banquet_outcomes where banquet_id = ${banquetId})`;
}
