import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import { findLanded } from '$lib/server/db/landed-acts';
import { sentAlready, type Act, type Refused, type Written } from '$lib/server/db/write';
import type { Statement } from '$lib/server/db/statement';
import type { Context } from './context';

export type Statements = Statement[];

/** When and by whom: what every record of a change of state keeps. `byId` is the account, null for a villager and for the software. */
export const stampOf = (ctx: Context) => ({ at: ctx.now(), byId: actorId(ctx.actor) });

/**
 * Writes an act of the context's actor: one batch, atomic, the audit entry first. `act.at` is its instant where the statements need the same
 * one, else now. `refusals` maps what the database says to the verb's refusal, or to `done`. A replay answers as the first time did.
 */
export async function recordAct<R extends string = never>(
	ctx: Context,
	act: Act & { at?: number },
	statements: Statements,
	refusals?: Record<string, R>
): Promise<Result<object, Refused<R>>> {
	const written = await writeAct(ctx, act, statements, refusals);
	return written.ok ? { ok: true } : written;
}

/** The same for verbs that must know of a replay: `replayed` tells whether the act had been written before. */
export async function writeAct<R extends string = never>(
	ctx: Context,
	act: Act & { at?: number },
	statements: Statements,
	refusals?: Record<string, R>
): Promise<Result<{ replayed: boolean }, Refused<R>>> {
	const written = await writeAndRead(ctx, act, statements, refusals);
	return written.ok ? { ok: true, replayed: written.replayed } : written;
}

/** The same for verbs that read in the same batch what became of the act: `results` is what each statement gave, empty for a replay. */
export async function writeAndRead<R extends string = never>(
	ctx: Context,
	{ at = ctx.now(), ...act }: Act & { at?: number },
	statements: Statements,
	refusals?: Record<string, R>
): Promise<Written<Refused<R>>> {
	const formDigest = await digestOf(ctx, act.id);
	return ctx.writer.write({ actor: ctx.actor, at }, { ...act, formDigest }, statements, refusals);
}

const digestOf = async (ctx: Context, actId: string) => (await ctx.formDigest?.(actId)) ?? null;

/**
 * The answer to an act that this actor has done before, for a verb whose checks read what may have changed since: it was done, or the same form
 * said something else then. Null where it is new, or the write is to judge.
 */
export async function findAnswer(
	ctx: Context,
	{ id, verb, subjectId }: { id: string; verb: string; subjectId: string }
): Promise<Result<object, never> | null> {
	const landed = await findLanded(ctx, { id, verb, subjectId, formDigest: await digestOf(ctx, id) });
	if (landed === 'same') return { ok: true };
	return landed === 'other-contents' ? { ok: false, refusal: sentAlready as never } : null;
}

/**
 * Writes an act that happens to its subject only once, such as striking a record out: the same form gets the answer of the first time, and any
 * other is refused. `isDone`: it has happened; `unique`: what the database says where two do it at once.
 */
export async function recordOnce<O extends string, R extends string = never>(
	ctx: Context,
	{ isDone, unique, refusal }: { isDone: boolean; unique: string; refusal: O },
	act: Act & { at?: number },
	statements: Statements,
	refusals?: Record<string, R>
): Promise<Result<object, O | Refused<R>>> {
	const once = { id: act.id, verb: act.verb, subjectId: act.subject.id };
	if (isDone) return (await findAnswer(ctx, once)) ?? { ok: false, refusal };
	const written = await recordAct<R | O>(ctx, act, statements, { ...refusals, [unique]: refusal } as Record<
		string,
		R | O
	>);
	return written as Result<object, O | Refused<R>>;
}

/** The same for an act that no rule may refuse, such as erasing what is due: a refusal is a bug and throws. */
export async function mustRecord(ctx: Context, act: Act & { at?: number }, statements: Statements): Promise<void> {
	const written = await writeAct(ctx, act, statements);
	if (!written.ok) throw new Error(`a rule refused what must be done: ${String(written.refusal)}`);
}
