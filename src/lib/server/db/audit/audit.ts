import { and, asc, eq, gte, isNull, or } from 'drizzle-orm';
import type { Database } from '../client';
import { pageFrom, type Cursor, type Page } from '../keyset';
import { accounts } from '../schema/people/accounts';
import { auditEntries } from '../schema/audit/audit';
import { units } from '../schema/units/units';
import { withinUnit } from '../units/scope';

/**
 * Whether this act on this subject has been written already. For a verb whose own checks read what may have changed since:
 * a replay skips them, and answers as the first time did.
 */
export async function hasLanded(db: Database, act: { id: string; subjectId: string }): Promise<boolean> {
	return (
		(await db.$count(auditEntries, and(eq(auditEntries.id, act.id), eq(auditEntries.subjectId, act.subjectId)))) > 0
	);
}

/** The verbs of all acts on a subject, oldest first. */
export async function listVerbsOn(db: Database, subject: { type: string; id: string }): Promise<string[]> {
	const rows = await db
		.select({ verb: auditEntries.verb })
		.from(auditEntries)
		.where(and(eq(auditEntries.subjectType, subject.type), eq(auditEntries.subjectId, subject.id)))
		.orderBy(auditEntries.at, auditEntries.id);
	return rows.map(({ verb }) => verb);
}

/** A record's life: all acts on it in the order they came, each with who did it, what was changed and why. */
export async function listActsOn(db: Database, subject: { type: string; id: string }) {
	return db
		.select({
			id: auditEntries.id,
			at: auditEntries.at,
			verb: auditEntries.verb,
			detail: auditEntries.detail,
			reason: auditEntries.reason,
			actorKind: auditEntries.actorKind,
			accountId: accounts.id,
			nameSealed: accounts.nameSealed,
			unitName: units.name,
			unitNameEn: units.nameEn
		})
		.from(auditEntries)
		.leftJoin(accounts, eq(accounts.id, auditEntries.actorId))
		.leftJoin(units, eq(units.id, accounts.unitId))
		.where(and(eq(auditEntries.subjectType, subject.type), eq(auditEntries.subjectId, subject.id)))
		.orderBy(asc(auditEntries.at), asc(auditEntries.id));
}

export interface ListedAuditEntry {
	id: string;
	at: number;
	actorKind: 'visitor' | 'system' | 'account';
	username: string | null;
	verb: string;
	subjectType: string;
	subjectId: string;
	unitName: string | null;
	unitNameEn: string | null;
	reason: string | null;
	detail: string | null;
}

/**
 * One page of the audit trail, newest first: acts on units of `scope`, and with `isWhole` those on no unit as well.
 * `verb` narrows to one kind of act.
 */
export async function listAuditEntries(
	db: Database,
	{ scope, isWhole, verb, cursor }: { scope: string; isWhole: boolean; verb?: string; cursor?: Cursor }
): Promise<Page<ListedAuditEntry>> {
	const inScope = withinUnit(auditEntries.unitId, scope);
	const page = pageFrom(cursor, { key: auditEntries.at, id: auditEntries.id, direction: 'descending' });
	const rows = await db
		.select({
			id: auditEntries.id,
			at: auditEntries.at,
			actorKind: auditEntries.actorKind,
			username: accounts.username,
			verb: auditEntries.verb,
			subjectType: auditEntries.subjectType,
			subjectId: auditEntries.subjectId,
			unitName: units.name,
			unitNameEn: units.nameEn,
			reason: auditEntries.reason,
			detail: auditEntries.detail
		})
		.from(auditEntries)
		.leftJoin(accounts, eq(accounts.id, auditEntries.actorId))
		.leftJoin(units, eq(units.id, auditEntries.unitId))
		.where(
			and(
				isWhole ? or(inScope, isNull(auditEntries.unitId)) : inScope,
				verb ? eq(auditEntries.verb, verb) : undefined,
				page.beyond
			)
		)
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(rows);
}

/** How many acts on units of `scope` there were since an instant (ms, UTC). */
export async function countActsSince(db: Database, scope: string, since: number): Promise<number> {
	return db.$count(auditEntries, and(gte(auditEntries.at, since), withinUnit(auditEntries.unitId, scope)));
}
