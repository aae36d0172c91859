import { and, eq, isNotNull, isNull, or } from 'drizzle-orm';
import type { Database } from '../client';
import { accounts } from '../schema/people/accounts';
import { auditEntries } from '../schema/audit/audit';
import { units } from '../schema/units/units';
import { readReach, withinReach } from '../units/scope';
import { emptyPage, pageFrom, type Cursor, type Page } from '../keyset';

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
	const reach = await readReach(db, scope);
	if (!reach) return emptyPage;
	const inScope = reach.of === 'all' ? isNotNull(auditEntries.unitId) : withinReach(auditEntries.unitId, reach);
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
				isWhole ? (reach.of === 'all' ? undefined : or(inScope, isNull(auditEntries.unitId))) : inScope,
				verb ? eq(auditEntries.verb, verb) : undefined,
				page.beyond
			)
		)
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(rows);
}
