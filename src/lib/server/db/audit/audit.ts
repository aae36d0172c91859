import { and, asc, eq, gte } from 'drizzle-orm';
import type { Database } from '../client';
import { accounts } from '../schema/people/accounts';
import { auditEntries } from '../schema/audit/audit';
import { units } from '../schema/units/units';
import { liesWithin } from '../units/scope';

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

/** How many acts on units of `scope` there were since an instant (ms, UTC). */
export async function countActsSince(db: Database, scope: string, since: number): Promise<number> {
	return db.$count(auditEntries, and(gte(auditEntries.at, since), liesWithin(auditEntries.unitId, scope)));
}
