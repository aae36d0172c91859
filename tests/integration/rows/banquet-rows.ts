import type { Occasion, Outcome } from '../../../src/lib/domain/banquets/banquet';
import type { DissuasionOutcome } from '../../../src/lib/domain/banquets/dissuasion';
import { banquetOutcomes, banquets } from '../../../src/lib/server/db/schema/banquets/banquets';
import { dissuasionConfirmations } from '../../../src/lib/server/db/schema/banquets/dissuasions';
import { dissuasions } from '../../../src/lib/server/db/schema/banquets/dissuasions';
import type { TestUnit } from '../cast';
import type { TestTown } from '../test-town';

export async function putBanquet(
	town: TestTown,
	unit: TestUnit,
	on: string,
	outcome: Outcome | null = 'held',
	occasion: Occasion = 'wedding'
) {
	const { ctx, units } = town;
	const id = ctx.newId();
	await ctx.db.insert(banquets).values({
		id,
		unitId: units[unit],
		origin: 'declared',
		occasion,
		hostNameSealed: ctx.keys.seal('赵测试', 'banquets.host-name', id),
		hostPhoneSealed: ctx.keys.seal('13800000000', 'banquets.host-phone', id),
		hostPhoneIndex: id,
		code: '000000',
		declaredOn: on,
		plannedOn: on,
		meals: 1,
		tablesPlanned: 10,
		confirmedTables: 10,
		at: 0
	});
	if (outcome) {
		const tablesHeld = outcome === 'cancelled' ? 0 : 5;
		await ctx.db.insert(banquetOutcomes).values({ banquetId: id, outcome, endedOn: on, tablesHeld, at: 0 });
	}
	return id;
}

export async function putDissuasion(
	town: TestTown,
	unit: TestUnit,
	on: string,
	options: { occasion?: Occasion; outcome?: DissuasionOutcome; confirmed?: boolean } = {}
) {
	const { ctx, accounts } = town;
	const { occasion = 'housewarming', outcome = 'cancelled', confirmed = true } = options;
	const banquetId = await putBanquet(town, unit, on, outcome === 'cancelled' ? 'cancelled' : null, occasion);
	const id = ctx.newId();
	await ctx.db
		.insert(dissuasions)
		.values({ id, banquetId, wentOn: on, visits: 3, outcome, at: 0, byId: accounts.liu.id });
	if (confirmed) await ctx.db.insert(dissuasionConfirmations).values({ dissuasionId: id, at: 0, byId: accounts.he.id });
	return { id, banquetId };
}
