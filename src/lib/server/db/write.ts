import { sql, type SQL } from 'drizzle-orm';
import { actorId, type Actor } from '$lib/domain/people/actor';
import { ruleCodes, type RuleCode } from '$lib/domain/rule-codes';
import type { Database } from './client';
import { compiled, type Asked } from './compiled';
import { findLanded } from './landed-acts';
import { auditEntries } from './schema/audit/audit';
import { acting } from './schema/reviews/closings';
import { runBatch } from './session';
import type { Statement } from './statement';
import { unitOfSlot } from './unit-of-slot';

/** One act: what the audit trail keeps of it. `id` is made by the client and is the idempotency key. */
export interface Act {
	id: string;
	verb: string;
	subject: { type: string; id: string };
	/** Whose trail the act is in; SQL where only the database knows it yet. */
	unitId?: string | null | SQL<string>;
	/** In its place: a slot, whose event is of that unit. */
	ofSlot?: string;
	/** Never personal data in clear. Plain data, or SQL that reads values before the change. */
	detail?: Record<string, unknown> | SQL<string>;
	/** Why, in the actor's words: of a correction, a removal. */
	reason?: string;
	/** The digest of the form that does it (server/form-digest). */
	formDigest?: string | null;
}

/** In a map of refusals: the database says that it is done already, so the act answers as if it had just been done. */
export const done = 'done-already';

/** The refusal of an id that was used for something else before: the form is to be opened again. */
const usedUp = 'form-stale';

/** The refusal of an act that points to a record which is not there, or takes away one that others point to. */
const gone = 'record-gone';

/** The refusal of a form that was sent before with other contents: what it says now is not written. */
export const sentAlready = 'form-sent-already';

/** The refusals of a map, without `done`. */
export type Refused<R extends string> = Exclude<R, typeof done>;

/**
 * `replayed`: the same act had landed before, or what it does was done already, and nothing was written again. `results`: what each statement
 * gave, such as the rows of a select; none where it was replayed.
 */
export type Written<R extends string> = { ok: true; replayed: boolean; results: unknown[] } | { ok: false; refusal: R };

/** The answer where nothing was written again. */
export const replayed = { ok: true as const, replayed: true, results: [] };

/**
 * Writes an act: one batch, atomic, the audit entry first, then the statements.
 * `refusals` maps what the database says (a constraint's text, or the code a rule raises) to the verb's refusal, or to `done`.
 * A rule that the verb did not reckon with refuses by its own code, which has words like any other, and a failed foreign key that it did not
 * reckon with as `record-gone`: a race is never a fault of the server. Any other failure is a bug and throws.
 */
export async function write<R extends string = never>(
	{ db, actor, at }: { db: Database; actor: Actor; at: number },
	act: Act,
	statements: Statement[],
	refusals: Record<string, R> = {}
): Promise<Written<Refused<R>>> {
	try {
		const results = await runBatch(
			db.$client.run,
			[auditEntry(db, { actor, at }, act), begin(db, { actId: act.id }), ...statements, begin(db, { actId: null })],
			act.id
		);
		return { ok: true, replayed: false, results: results.slice(2, -1) };
	} catch (error) {
		if (messagesOf(error).includes('audit_entries.id')) return replayOf(db, actor, act);
		return refusedFor(error, refusals);
	}
}

/** The answer that an error stands for. A bug is thrown on. `refusals`: see `write`. */
export function refusedFor<R extends string>(error: unknown, refusals: Record<string, R> = {}): Written<Refused<R>> {
	const message = messagesOf(error);
	const known = Object.keys(refusals).find((text) => message.includes(text));
	const refusal = known === undefined ? (codeOf(message) ?? takenId(message) ?? goneRecord(message)) : refusals[known]!;
	if (refusal === null) throw error;
	return refusal === done ? replayed : { ok: false, refusal: refusal as Refused<R> };
}

/** The answer to an id that is in the trail: a replay when it is of the same act of the same actor, and its form said the same. */
async function replayOf<R extends string>(db: Database, actor: Actor, act: Act): Promise<Written<R>> {
	const { id, verb, subject, formDigest = null } = act;
	const landed = await findLanded({ db, actor }, { id, verb, subjectId: subject.id, formDigest });
	if (landed === 'same') return replayed;
	return { ok: false, refusal: (landed === 'other-contents' ? sentAlready : usedUp) as R };
}

/** The audit entry of an act: `write` puts one first; a verb that touches several records adds one for each other. */
export function auditEntry(db: Database, { actor, at }: { actor: Actor; at: number }, act: Act): Statement {
	const { unitId = null, ofSlot = null } = act;
	const entry = {
		id: act.id,
		at,
		actorKind: actor.kind,
		actorId: actorId(actor),
		verb: act.verb,
		subjectType: act.subject.type,
		subjectId: act.subject.id,
		unitId,
		detail: detailOf(act.detail),
		reason: act.reason ?? null,
		formDigest: act.formDigest ?? null
	};
	const isPlain = [entry.unitId, entry.detail].every((value) => value === null || typeof value === 'string');
	if (isPlain) return insertEntry(db, { ...(entry as Required<PlainEntry>), ofSlot });
	return db.insert(auditEntries).values({ ...entry, unitId: unitId ?? unitOfSlot(ofSlot) });
}

type PlainEntry = typeof auditEntries.$inferInsert;

const insertEntry = compiled((db, entry: Asked<Required<PlainEntry> & { ofSlot: string | null }>) =>
	db.insert(auditEntries).values({
		id: entry.id,
		at: entry.at,
		actorKind: entry.actorKind,
		actorId: entry.actorId,
		verb: entry.verb,
		subjectType: entry.subjectType,
		subjectId: entry.subjectId,
		unitId: sql`coalesce(${entry.unitId}, ${unitOfSlot(entry.ofSlot)})`,
		detail: entry.detail,
		reason: entry.reason,
		formDigest: entry.formDigest
	})
);

/** While the batch runs the database knows whose act it is: what changes of a closed period is noted with it. */
export const begin = compiled((db, { actId }: Asked<{ actId: string | null }>) =>
	db.update(acting).set({ actId: sql`${actId}` })
);

function detailOf(detail: Act['detail']): string | SQL<string> | null {
	if (detail === undefined) return null;
	return 'getSQL' in detail ? (detail as SQL<string>) : JSON.stringify(detail);
}

/** The code of the rule that refused; null when no rule did. */
function codeOf(message: string): RuleCode | null {
	const code = /refusal:([a-z-]+)/.exec(message)?.[1];
	return ruleCodes.find((known) => known === code) ?? null;
}

/** The refusal where an id that the form brought along is another record's, such as that of an imported one; null for any other error. */
const takenId = (message: string) => (/UNIQUE constraint failed: \w+\.id$/m.test(message) ? usedUp : null);

/** The refusal where a foreign key failed, which names no table; null for any other error. A file and a server say it in the same words. */
const goneRecord = (message: string) => (message.includes('FOREIGN KEY constraint failed') ? gone : null);

/** What an error and its causes say, a line each. */
export function messagesOf(error: unknown): string {
	const texts: string[] = [];
	for (let cause = error; cause instanceof Error; cause = cause.cause) texts.push(cause.message);
	return texts.join('\n');
}
