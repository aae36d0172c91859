import { and, eq } from 'drizzle-orm';
import type { Database } from './client';
import { auditEntries } from './schema/audit/audit';

/**
 * Whether this act on this subject has been written already. For a verb whose own checks read what may have changed since: a replay skips
 * them, and answers as the first time did. A verb that answers at once names itself: one page may give one id to two forms. Where `verb` is
 * left out, the write that follows refuses another act under this id.
 */
export async function hasLanded(
	db: Database,
	{ id, verb, subjectId }: { id: string; verb?: string; subjectId: string }
): Promise<boolean> {
	const isAct = and(eq(auditEntries.id, id), eq(auditEntries.subjectId, subjectId));
	return (await db.$count(auditEntries, and(isAct, verb ? eq(auditEntries.verb, verb) : undefined))) > 0;
}
