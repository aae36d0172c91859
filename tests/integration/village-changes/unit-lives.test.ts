import { describe, expect, test } from 'vitest';
import { closeUnit } from '../../../src/lib/server/units/unit-closings';
import { freshTown, id, ledger, town } from '../releases/release-town';
import { merge, outside } from './backdated-town';

freshTown();

const done = { ok: true };
const refused = (refusal: string) => ({ ok: false, refusal });

describe('a record', () => {
	const refusal = 'refusal:unit-not-there';

	test('is refused after the last day of its unit, and before the first of one that took the place of others', async () => {
		const own = id();
		await merge({ id: own });
		for (const put of [
			() => ledger.activity('slogan', 'sanxing', '2026-02-01'),
			() => ledger.banquet('sanxingGroup1', '2026-02-01', null),
			() => ledger.case('dispute', 'hesha', '2026-02-01'),
			() => ledger.pledge('hesha', '2026-02-01'),
			() => ledger.event('lecture', 'hesha', '2026-02-01')
		])
			await expect(put()).rejects.toThrow();
		expect(await ledger.activity('slogan', 'sanxing', '2026-01-31')).not.toBe('');
		await town.ctx.db.$client.execute(`update activities set note = 'still changes'`);
		for (const change of ["done_on = '2026-02-01'", `unit_id = '${own}'`])
			await expect(town.ctx.db.$client.execute(`update activities set ${change}`)).rejects.toThrow(refusal);
	});

	test('keeps a unit from ending before it, and the verification names those of before this rule', async () => {
		const on = '2026-02-10';
		await ledger.activity('slogan', 'zhongba', on);
		const close = (lastOn: string) => closeUnit(town.as('zhou'), { id: id(), unitId: town.units.zhongba, lastOn });
		expect(await close('2026-02-09')).toMatchObject(refused('unit-has-records'));
		expect(await outside()).toEqual([]);
		await town.ctx.db.$client.execute('drop trigger units_end_after_activities');
		expect(await close('2026-02-09')).toEqual(done);
		expect(await outside()).toEqual([
			{ kind: 'life', of: 'activities', unitId: town.units.zhongba, records: 1, is: 'outside' }
		]);
	});
});
