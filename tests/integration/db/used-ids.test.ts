import { describe, expect, test } from 'vitest';
import { declareOwnBanquet } from '../../../src/lib/server/banquets/household-declarations';
import { resetPassword } from '../../../src/lib/server/people/account-acts';
import { makeShiftFeed } from '../../../src/lib/server/shifts/shift-feeds';
import { takeShift } from '../../../src/lib/server/shifts/shift-claims';
import { bring, textFile } from '../ledgers/import-files';
import { act, freshTown, land, town } from '../ledgers/imported-ledger';
import { shiftsOf } from '../shifts/open-shift';

freshTown();

const stale = { ok: false, refusal: 'form-stale' };

describe('an id that was used before', () => {
	test('is a replay for the account that used it, and refused for another, which has done nothing', async () => {
		const shifts = shiftsOf(town);
		const shiftId = await shifts.newShift(await shifts.openEvent(), '09:00', '11:00', 2);
		const id = act();
		const take = (name: 'mei' | 'tang') => takeShift(town.as(name), { id, shiftId });
		expect(await take('mei')).toMatchObject({ ok: true });
		expect(await take('mei'), 'sent twice').toMatchObject({ ok: true });
		expect(await take('tang')).toEqual(stale);
		const { rows } = await town.ctx.db.$client.execute('select count(*) as n from shift_claims');
		expect(rows).toEqual([{ n: 1 }]);
	});

	test('is refused in words by verbs that no rule refuses', async () => {
		const id = act();
		expect(await makeShiftFeed(town.as('mei'), { id })).toMatchObject({ ok: true });
		expect(await makeShiftFeed(town.as('tang'), { id })).toEqual(stale);
		expect(await resetPassword(town.as('zhou'), { id, accountId: town.accounts.tang.id })).toEqual(stale);
	});

	test('of a record that came in with a file is refused in words, since its act has another', async () => {
		const file = textFile([
			['村', '事由', '户主', '宴席日期', '桌数', '结果'],
			['三星村', '婚宴', '试名甲', '2025-03-20', '10', '已办']
		]);
		expect(await land('liu', await bring(town.as('liu'), 'banquets', file))).toEqual({ ok: true });
		const { rows } = await town.ctx.db.$client.execute('select id from banquets');
		const own = {
			hostName: '张试办',
			hostPhone: '13800000001',
			occasion: 'longevity',
			plannedOn: '2026-03-22'
		} as const;
		const rest = { meals: 2, tablesPlanned: 30, venue: '', caterer: '', hasRead: true };
		const command = { id: String(rows[0]!.id), unitId: town.units.sanxing, ...own, ...rest };
		expect(await declareOwnBanquet(town.visitor, command)).toEqual(stale);
	});
});
