import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { Context } from './context';
import { write, type Act } from '$lib/server/db/write';

export type Statements = Parameters<typeof write>[2];

/** When and by whom: every record of a change has these. */
export const stampOf = (ctx: Context) => ({ at: ctx.now(), byId: actorId(ctx.actor) });

/** Writes an act of the context's actor, now (`write`); a replay gets the same answer as the first time. */
export async function put<R extends string = never>(
	ctx: Context,
	act: Act,
	statements: Statements,
	refusals?: Record<string, R>
): Promise<Result<object, R>> {
	const written = await write({ db: ctx.db, actor: ctx.actor, at: ctx.now() }, act, statements, refusals);
	return written.ok ? { ok: true } : written;
}
