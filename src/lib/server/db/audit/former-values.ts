import { eq } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { formerValues } from '../schema/audit/audit';

export function insertFormerValues(db: Database, row: typeof formerValues.$inferInsert): Statement {
	return db.insert(formerValues).values(row);
}

/** Erases what corrections replaced in a record. */
export function deleteFormerValues(db: Database, subjectId: string): Statement {
	return db.delete(formerValues).where(eq(formerValues.subjectId, subjectId));
}

/** What each correction of a record replaced, sealed, by its act. */
export async function listFormerValues(db: Database, subjectId: string): Promise<Map<string, string>> {
	const rows = await db.select().from(formerValues).where(eq(formerValues.subjectId, subjectId));
	return new Map(rows.map(({ actId, valuesSealed }) => [actId, valuesSealed]));
}
