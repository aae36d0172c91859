import { and, eq, sql } from 'drizzle-orm';
import { actorId, type Actor } from '$lib/domain/people/actor';
import type { Database } from './client';
import { auditEntries } from './schema/audit/audit';

/**
 * Whether this actor has written this act on this subject already. For a verb whose own checks read what may have changed since: a replay skips
 * them, and answers as the first time did. A verb that answers at once names itself: one page may give one id to two forms. Where `verb` is
 * left out, the write that follows refuses another act under this id. The act of another account is never a replay of one's own.
 */
export async function hasLanded(
	{ db, actor }: { db: Database; actor: Actor },
	{ id, verb, subjectId }: { id: string; verb?: string; subjectId: string }
): Promise<boolean> {
	const isAct = and(eq(auditEntries.id, id), eq(auditEntries.subjectId, subjectId));
	const isOwn = and(eq(auditEntries.actorKind, actor.kind), sql`${auditEntries.actorId} is ${actorId(actor)}`);
	return (await db.$count(auditEntries, and(isAct, isOwn, verb ? eq(auditEntries.verb, verb) : undefined))) > 0;
}
