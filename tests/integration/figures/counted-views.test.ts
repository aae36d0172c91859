import { describe, expect, it } from 'vitest';
import { and, eq, sql } from 'drizzle-orm';
import { isBanquetHeld, occasions, outcomes } from '../../../src/lib/domain/banquets/banquet';
import { dissuasionOutcomes, isCountedDissuasion } from '../../../src/lib/domain/banquets/dissuasion';
import { isStopped } from '../../../src/lib/server/db/banquets/counted-banquets';
import { banquets } from '../../../src/lib/server/db/schema/banquets/banquets';
import { dissuasions } from '../../../src/lib/server/db/schema/banquets/dissuasions';
import { freshTown, ledger, town } from './figure-ledger';
import { dissuasionState } from './dissuasion-states';

freshTown();

describe('the views say what the rules say', () => {
	const counted = async (view: string) =>
		(await town.ctx.db.all<{ id: string }>(sql`select subject_id as id from ${sql.identifier(view)}`)).map(
			({ id }) => id
		);

	it('isBanquetHeld', async () => {
		const held: string[] = [];
		for (const outcome of outcomes) {
			const id = await ledger.banquet('sanxing', '2024-05-01', outcome);
			if (isBanquetHeld(outcome)) held.push(id);
		}
		expect((await counted('counted_banquets_held')).sort()).toEqual(held.sort());
	});

	it('isCountedDissuasion, in every state of a dissuasion and of its banquet', async () => {
		const stopped: string[] = [];
		const insert: string[] = [];
		let nth = 0;
		for (const outcome of dissuasionOutcomes)
			for (const occasion of occasions)
				for (const confirmed of [true, false])
					for (const ended of [null, ...outcomes])
						for (const isRemoved of [true, false]) {
							const id = `b${++nth}`;
							insert.push(...dissuasionState(town, id, { outcome, occasion, confirmed, ended, isRemoved }));
							const banquet = { occasion, outcome: ended, isRemoved };
							if (isCountedDissuasion({ outcome, confirmed, banquet })) stopped.push(id);
						}
		await town.ctx.db.$client.batch(insert);
		expect(stopped.length).toBeGreaterThan(10);
		expect((await counted('counted_banquets_dissuaded')).sort()).toEqual(stopped.sort());
		const listed = await town.ctx.db
			.select({ id: banquets.id })
			.from(dissuasions)
			.innerJoin(banquets, eq(banquets.id, dissuasions.banquetId))
			.where(and(eq(banquets.isRemoved, false), isStopped()));
		expect(listed.map(({ id }) => id).sort()).toEqual(stopped.sort());
	});
});
