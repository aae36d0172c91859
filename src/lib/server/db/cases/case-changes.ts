// What writes cases.
import { eq, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import { caseRemovals, cases, caseSettlements } from '../schema/cases/cases';
import type { Statement } from '../statement';

type NewCase = typeof cases.$inferInsert;
type NewSettlement = typeof caseSettlements.$inferInsert;

export const insertCase = (db: Database, one: NewCase): Statement => db.insert(cases).values(one);

export const updateCase = (db: Database, id: string, changes: Partial<NewCase>): Statement =>
	db.update(cases).set(changes).where(eq(cases.id, id));

export const insertSettlement = (db: Database, settlement: NewSettlement): Statement =>
	db.insert(caseSettlements).values(settlement);

export const updateSettlement = (db: Database, caseId: string, changes: Partial<NewSettlement>): Statement =>
	db.update(caseSettlements).set(changes).where(eq(caseSettlements.caseId, caseId));

/** The case is open again. The act has to be a reopening with a reason. */
export const deleteSettlement = (db: Database, caseId: string): Statement =>
	db.delete(caseSettlements).where(eq(caseSettlements.caseId, caseId));

export const insertCaseRemoval = (db: Database, removal: typeof caseRemovals.$inferInsert): Statement =>
	db.insert(caseRemovals).values(removal);

/** For the audit trail: the case as it is when a correction is written, and as it will be. Of sealed texts only that they changed. */
export function caseBeforeAndAfter(
	id: string,
	after: Record<string, unknown>,
	changed: readonly string[]
): SQL<string> {
	return sql`(select json_object('before', json_object('unitId', unit_id, 'kind', kind, 'level', level, 'receivedOn', received_on,
		'dueOn', due_on, 'settledOn', settled_on), 'after', json(${JSON.stringify(after)}), 'changed', json(${JSON.stringify(changed)}))
		from cases where id = ${id})`;
}
