import { sql } from 'drizzle-orm';
import type { Actor } from '$lib/domain/people/actor';
import type { Database } from './client';
import { runBatch } from './session';
import type { Statement } from './statement';
import { begin, messagesOf, refusedFor, replayed, write, type Act, type Refused, type Written } from './write';

/** The one way into a town's database for what changes its records. `refusals` of each: see `write`. */
export interface Writer {
	/** Writes an act by `actor` at the instant `at` (ms, UTC): see `write`. */
	write<R extends string = never>(
		by: { actor: Actor; at: number },
		act: Act,
		statements: Statement[],
		refusals?: Record<string, R>
	): Promise<Written<Refused<R>>>;
	/**
	 * Goes on with an act that is in the trail, in a batch of its own: what changes is noted as that act's. The batch may be sent twice, so it must
	 * change nothing the second time.
	 */
	goOn<R extends string = never>(
		actId: string,
		statements: Statement[],
		refusals?: Record<string, R>
	): Promise<Written<Refused<R>>>;
	/** Tells what would become of statements: they are written and taken back at once. */
	tryOut<R extends string = never>(statements: Statement[], refusals?: Record<string, R>): Promise<Written<Refused<R>>>;
}

/** A writer that writes each act by itself, as soon as it is asked to. */
export const createWriter = (db: Database): Writer => ({
	write: (by, act, statements, refusals) => write({ db, ...by }, act, statements, refusals),

	async goOn(actId, statements, refusals) {
		try {
			const all = [begin(db, { actId }), ...statements, begin(db, { actId: null })];
			const results = await runBatch(db.$client.run, all, actId);
			return { ok: true, replayed: false, results: results.slice(1, -1) };
		} catch (error) {
			return refusedFor(error, refusals);
		}
	},

	async tryOut(statements, refusals) {
		// The table has one row only, so this fails, and takes back what was before it.
		const takeBack = db.run(sql`update acting set one = 2`);
		try {
			await runBatch(db.$client.run, [...statements, takeBack]);
		} catch (error) {
			return messagesOf(error).includes('acting_one') ? replayed : refusedFor(error, refusals);
		}
		throw new Error('what was only tried out has been stored');
	}
});
