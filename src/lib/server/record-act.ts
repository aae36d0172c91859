import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { Act, Refused, Written } from '$lib/server/db/write';
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
export function writeAndRead<R extends string = never>(
	ctx: Context,
	{ at = ctx.now(), ...act }: Act & { at?: number },
	statements: Statements,
	refusals?: Record<string, R>
): Promise<Written<Refused<R>>> {
	return ctx.writer.write({ actor: ctx.actor, at }, act, statements, refusals);
}

/** The same for an act that no rule may refuse, such as erasing what is due: a refusal is a bug and throws. */
export async function mustRecord(ctx: Context, act: Act & { at?: number }, statements: Statements): Promise<void> {
	const written = await writeAct(ctx, act, statements);
	if (!written.ok) throw new Error(`a rule refused what must be done: ${String(written.refusal)}`);
}
