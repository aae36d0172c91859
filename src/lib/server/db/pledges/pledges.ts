import { and, asc, count, desc, eq, getTableColumns, gt, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Audience } from '$lib/domain/pledges/pledge';
import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import type { Database } from '../client';
import { pageFrom, type Cursor } from '../keyset';
import { pledgeRenewals, pledges, pledgeTexts, pledgeWithdrawals } from '../schema/pledges/pledges';
import { householdCounts, units } from '../schema/units/units';
import { withinUnit } from '../units/scope';
import { listUnits } from '../units/units';

type Statement = BatchItem<'sqlite'>;
export type PledgeText = typeof pledgeTexts.$inferSelect;
export type Pledge = typeof pledges.$inferSelect;

/** The next number of its audience is given in the same write; of two at once the unique key refuses one. */
export function insertPledgeText(db: Database, text: Omit<typeof pledgeTexts.$inferInsert, 'number'>): Statement {
	const number = sql`(select coalesce(max(${pledgeTexts.number}), 0) + 1 from ${pledgeTexts} where ${pledgeTexts.audience} = ${text.audience})`;
	return db.insert(pledgeTexts).values({ ...text, number });
}

export function insertPledge(db: Database, pledge: typeof pledges.$inferInsert): Statement {
	return db.insert(pledges).values(pledge);
}

export function insertPledgeWithdrawal(db: Database, withdrawal: typeof pledgeWithdrawals.$inferInsert): Statement {
	return db.insert(pledgeWithdrawals).values(withdrawal);
}

export function insertPledgeRenewal(db: Database, renewal: typeof pledgeRenewals.$inferInsert): Statement {
	return db.insert(pledgeRenewals).values(renewal);
}

/** The text in force for a pledge: that of its last renewal, else the one that was signed. */
const ownTextId = sql<string>`coalesce((
	select r.text_id from pledge_renewals r join pledge_texts later on later.id = r.text_id
	where r.pledge_id = pledges.id order by later.effective_on desc, later.number desc limit 1), pledges.text_id)`;

/** The id of the text in force for an audience on a day: `findTextInForce`, inside a query. */
const textInForceOn = (audience: SQL | Audience, on: string) => sql`(
	select current.id from pledge_texts current where current.audience = ${audience} and current.effective_on <= ${on}
	order by current.effective_on desc, current.number desc limit 1)`;

export async function findPledgeText(db: Database, id: string): Promise<PledgeText | null> {
	const rows = await db.select().from(pledgeTexts).where(eq(pledgeTexts.id, id));
	return rows[0] ?? null;
}

/** The text in force for an audience on a day: the last one that came into force, the higher number of two on one day. */
export async function findTextInForce(db: Database, audience: Audience, on: string): Promise<PledgeText | null> {
	const rows = await db
		.select()
		.from(pledgeTexts)
		.where(and(eq(pledgeTexts.audience, audience), lte(pledgeTexts.effectiveOn, on)))
		.orderBy(desc(pledgeTexts.effectiveOn), desc(pledgeTexts.number))
		.limit(1);
	return rows[0] ?? null;
}

/** Every text ever issued, newest first within its audience, with how many pledges in force it has. */
export async function listPledgeTexts(db: Database) {
	return db
		.select({
			...getTableColumns(pledgeTexts),
			inForce: sql<number>`(select count(*) from pledges where pledges.is_withdrawn = 0 and ${ownTextId} = ${pledgeTexts}.id)`
		})
		.from(pledgeTexts)
		.orderBy(asc(pledgeTexts.audience), desc(pledgeTexts.number));
}

const villageColumns = { id: units.id, name: units.name, nameEn: units.nameEn };

/** The texts of an audience that are or were in force by a day, the latest first: what the public may compare. */
export async function listTextsSoFar(db: Database, audience: Audience, on: string): Promise<PledgeText[]> {
	return db
		.select()
		.from(pledgeTexts)
		.where(and(eq(pledgeTexts.audience, audience), lte(pledgeTexts.effectiveOn, on)))
		.orderBy(desc(pledgeTexts.effectiveOn), desc(pledgeTexts.number));
}

/**
 * One pledge with its text in force, its village, the day it was last renewed and the day it was withdrawn; null when
 * there is none.
 */
export async function findPledge(db: Database, id: string) {
	const rows = await db
		.select({
			pledge: pledges,
			text: { id: pledgeTexts.id, number: pledgeTexts.number, title: pledgeTexts.title },
			village: villageColumns,
			renewedOn: pledgeRenewals.renewedOn,
			withdrawnOn: pledgeWithdrawals.withdrawnOn
		})
		.from(pledges)
		.innerJoin(pledgeTexts, eq(pledgeTexts.id, ownTextId))
		.innerJoin(units, eq(units.id, pledges.villageId))
		.leftJoin(pledgeRenewals, and(eq(pledgeRenewals.pledgeId, pledges.id), eq(pledgeRenewals.textId, pledgeTexts.id)))
		.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
		.where(eq(pledges.id, id));
	return rows[0] ?? null;
}

/** What the list may be narrowed to. */
export interface PledgeFilter {
	villageId?: string;
	audience?: Audience;
	isWithdrawn?: boolean;
	/** In force, but under an older text than the one in force on this day. */
	olderOn?: string;
}

const narrowed = (scope: string, { villageId, audience, isWithdrawn, olderOn }: PledgeFilter) =>
	and(
		withinUnit(pledges.villageId, scope),
		villageId ? eq(pledges.villageId, villageId) : undefined,
		audience ? eq(pledges.audience, audience) : undefined,
		isWithdrawn === undefined ? undefined : eq(pledges.isWithdrawn, isWithdrawn),
		olderOn === undefined
			? undefined
			: and(eq(pledges.isWithdrawn, false), sql`${ownTextId} <> ${textInForceOn(sql`pledges.audience`, olderOn)}`)
	);

/** A page of pledges within `scope`, newest first. Out: the rows (names and phones sealed) and whether there are more either way. */
export async function listPledges(db: Database, scope: string, filter: PledgeFilter = {}, cursor?: Cursor) {
	const page = pageFrom(cursor, { key: pledges.signedOn, id: pledges.id, direction: 'descending' });
	const rows = await db
		.select({
			pledge: pledges,
			number: pledgeTexts.number,
			village: villageColumns,
			withdrawnOn: pledgeWithdrawals.withdrawnOn
		})
		.from(pledges)
		.innerJoin(pledgeTexts, eq(pledgeTexts.id, ownTextId))
		.innerJoin(units, eq(units.id, pledges.villageId))
		.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
		.where(and(narrowed(scope, filter), page.beyond))
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(rows);
}

/** How many pledges the filter leaves within `scope`. */
export async function countPledges(db: Database, scope: string, filter: PledgeFilter = {}): Promise<number> {
	const rows = await db.select({ count: count() }).from(pledges).where(narrowed(scope, filter));
	return rows[0]?.count ?? 0;
}

export interface VillageCoverage {
	villageId: string;
	name: string;
	nameEn: string | null;
	/** Households with a pledge in force on the day. */
	pledged: number;
	/** Of these, households under the text in force on the day; the others signed an older one, which stays in force. */
	onCurrent: number;
	/** Registered households on the day; null where no count was entered. */
	registered: number | null;
}

/** Coverage of every village and community within `scope` on a day, in the town's own order: pledges of households in force, registered households. */
export async function listCoverage(db: Database, scope: string, onDate: string): Promise<VillageCoverage[]> {
	const isInForce = or(isNull(pledgeWithdrawals.withdrawnOn), gt(pledgeWithdrawals.withdrawnOn, onDate));
	const current = textInForceOn('household', onDate);
	const isOnCurrent = sql`(pledges.text_id = ${current} or exists (select 1 from pledge_renewals r
		where r.pledge_id = pledges.id and r.text_id = ${current} and r.renewed_on <= ${onDate}))`;
	const [villages, signed, registered] = await Promise.all([
		listUnits(db, scope, unitKinds.filter(isVillageLevel)),
		db
			.select({
				villageId: pledges.villageId,
				pledged: count(),
				onCurrent: sql<number>`count(case when ${isOnCurrent} then 1 end)`
			})
			.from(pledges)
			.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
			.where(
				and(
					withinUnit(pledges.villageId, scope),
					eq(pledges.audience, 'household'),
					lte(pledges.signedOn, onDate),
					isInForce
				)
			)
			.groupBy(pledges.villageId),
		db
			.select({ unitId: householdCounts.unitId, households: householdCounts.households })
			.from(householdCounts)
			.where(and(withinUnit(householdCounts.unitId, scope), lte(householdCounts.fromOn, onDate)))
			.orderBy(asc(householdCounts.fromOn))
	]);
	const signedOf = new Map(signed.map((row) => [row.villageId, row]));
	// In order of their days: the last one written is the one in force.
	const registeredOf = new Map(registered.map(({ unitId, households }) => [unitId, households]));
	return villages.map(({ id, name, nameEn }) => ({
		villageId: id,
		name,
		nameEn,
		pledged: signedOf.get(id)?.pledged ?? 0,
		onCurrent: signedOf.get(id)?.onCurrent ?? 0,
		registered: registeredOf.get(id) ?? null
	}));
}

/** A household's pledge that is in force, by its telephone's index: when it signed, and whether under the text in force on the day. Null: none. */
export async function findPledgeInForce(db: Database, phoneIndex: string, onDate: string) {
	const rows = await db
		.select({
			id: pledges.id,
			signedOn: pledges.signedOn,
			number: pledgeTexts.number,
			isOlder: sql<boolean>`${pledgeTexts.id} <> ${textInForceOn('household', onDate)}`.mapWith(Boolean)
		})
		.from(pledges)
		.innerJoin(pledgeTexts, eq(pledgeTexts.id, ownTextId))
		.where(and(eq(pledges.phoneIndex, phoneIndex), eq(pledges.audience, 'household'), eq(pledges.isWithdrawn, false)));
	return rows[0] ?? null;
}
