import { describe, expect, test } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { correctBanquet, removeBanquet } from '../../../src/lib/server/banquets/banquet-corrections';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { openHost } from '../../../src/lib/server/banquets/host';
import { countBanquets } from '../../../src/lib/server/db/banquets/banquet-list';
import { findBanquet } from '../../../src/lib/server/db/banquets/banquets';
import { recordDissuasion } from '../../../src/lib/server/banquets/dissuasions';
import { readRecordLife } from '../../../src/lib/server/audit/record-life';
import { readSums } from '../../../src/lib/server/db/figures/figure-sums';
import { town, declare, hold, banquet, freshTown } from '../corrected-banquet';

freshTown();

const heldInFigures = async () => {
	const ask = { of: [{ measure: 'banquets-held', by: 'records' }], period: yearBounds(2026) } as const;
	return (await readSums(town.ctx.db, town.units.town, [ask]))[0];
};

describe('striking a banquet out', () => {
	test('takes it and its dissuasion out of lists and figures, and keeps it readable with who and why', async () => {
		const [kept, twice] = [await declare(), await declare({ hostPhone: '13800000003' })];
		for (const id of [kept, twice]) await recordOutcome(town.as('liu'), hold(id));
		expect(await heldInFigures()).toBe(2);
		const removal = { id: town.ctx.newId(), banquetId: twice, reason: '登记重了' };
		expect(await removeBanquet(town.as('he'), removal)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await removeBanquet(town.as('liu'), removal)).toEqual({ ok: true });
		expect(await removeBanquet(town.as('liu'), removal)).toEqual({ ok: true });
		expect(await removeBanquet(town.as('zhou'), { ...removal, id: town.ctx.newId(), reason: '看错' })).toEqual({
			ok: false,
			refusal: 'struck-out-already'
		});
		expect(await heldInFigures()).toBe(1);
		expect(await countBanquets(town.ctx.db, town.units.town, '2026-03-02', {})).toBe(1);
		const found = (await findBanquet(town.ctx.db, twice))!;
		expect(openHost(town.ctx, found.banquet).hostName).toBe('张试办');
		expect(found.removal).toMatchObject({ reason: '登记重了' });
		expect((await readRecordLife(town.ctx, { type: 'banquet', id: twice })).at(-1)).toMatchObject({
			verb: 'removeBanquet',
			reason: '登记重了',
			by: { kind: 'account' }
		});
	});

	test('leaves the record as it was for good, and room for the same banquet to be entered anew', async () => {
		const banquetId = await declare();
		await removeBanquet(town.as('liu'), { id: town.ctx.newId(), banquetId, reason: '日子错了' });
		const refusal = { ok: false, refusal: 'banquet-removed' };
		const right = { ...banquet(), banquetId, reason: '再改' };
		expect(await correctBanquet(town.as('liu'), right)).toEqual(refusal);
		expect(await recordOutcome(town.as('liu'), hold(banquetId))).toEqual(refusal);
		const visit = { id: town.ctx.newId(), banquetId, wentOn: '2026-01-12', outcome: 'cancelled', note: '' } as const;
		expect(await recordDissuasion(town.as('liu'), visit)).toEqual(refusal);
		for (const statement of [
			`update banquets set tables_planned = 1 where id = '${banquetId}'`,
			`insert into banquet_outcomes values ('${banquetId}', 'held', '2026-01-22', 3, 0, null)`,
			`delete from banquet_removals where banquet_id = '${banquetId}'`
		])
			await expect(town.ctx.db.$client.execute(statement)).rejects.toThrow();
		expect(await declare()).not.toBe(banquetId);
	});

	test('is done by a removal alone', async () => {
		const banquetId = await declare();
		const mark = `update banquets set is_removed = 1 where id = '${banquetId}'`;
		await expect(town.ctx.db.$client.execute(mark)).rejects.toThrow(/removal alone/);
	});
});
