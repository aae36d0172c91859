import { and, eq, sql } from 'drizzle-orm';
import { actorId, type Actor } from '$lib/domain/people/actor';
import type { Database } from './client';
import { auditEntries } from './schema/audit/audit';

/**
 * Whether this actor has done an act of this id on this subject already. For a verb whose own checks read what may have changed since: a replay
 * skips them and goes on to its write, which judges what the act is. The act of another account is never a replay of one's own.
 */
export async function hasLanded(
	{ db, actor }: { db: Database; actor: Actor },
	{ id, subjectId }: { id: string; subjectId: string }
): Promise<boolean> {
	const isAct = and(eq(auditEntries.id, id), eq(auditEntries.subjectId, subjectId));
	const isOwn = and(eq(auditEntries.actorKind, actor.kind), sql`${auditEntries.actorId} is ${actorId(actor)}`);
	return (await db.$count(auditEntries, and(isAct, isOwn))) > 0;
}

/**
 * What an id in the trail is to an act: `same`; `other-contents`, where this actor did the same with a form that said something else; or
 * `other-act`. Null where it is not in the trail. An act without a digest, such as one from before it was kept, is compared by its subject alone.
 */
export async function findLanded(
	{ db, actor }: { db: Database; actor: Actor },
	{ id, verb, subjectId, formDigest }: { id: string; verb: string; subjectId: string; formDigest: string | null }
): Promise<'same' | 'other-contents' | 'other-act' | null> {
	const [entry] = await db
		.select({
			actorKind: auditEntries.actorKind,
			actorId: auditEntries.actorId,
			verb: auditEntries.verb,
			subjectId: auditEntries.subjectId,
			formDigest: auditEntries.formDigest
		})
		.from(auditEntries)
		.where(eq(auditEntries.id, id));
	if (!entry) return null;
	const isOwn = entry.actorKind === actor.kind && entry.actorId === actorId(actor);
	if (!isOwn || entry.verb !== verb) return 'other-act';
	if (entry.formDigest !== null && formDigest !== null && entry.formDigest !== formDigest) return 'other-contents';
	return entry.subjectId === subjectId ? 'same' : 'other-act';
}
