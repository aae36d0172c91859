import { describe, expect, test } from 'vitest';
import { recordCheckedZero } from '../../../src/lib/server/activities/checked-zeros';
import { reportMonth } from '../../../src/lib/server/activities/month-reports';
import { findBeginning } from '../../../src/lib/server/db/units/successions';
import { readCoverage, readReports } from '../../../src/lib/server/figures/coverage';
import { actions as banquets } from '../../../src/routes/desk/(banquets)/banquets/new/+page.server';
import { actions as entries } from '../../../src/routes/desk/activities/new/+page.server';
import { load as zeros } from '../../../src/routes/desk/activities/zeros/+page.server';
import { visit } from '../page-visit';
import { freshTown, id, ledger, town } from '../releases/release-town';
import { merge, outside } from './backdated-town';
import { splitUp } from './split-town';

freshTown();

const asked = { year: 2026, today: '2026-03-02' };
const statesOf = async (unitId: string, of = 'dissuasion') => {
	const own = (await readReports(town.ctx.db, { unitId, ...asked })).ofUnit();
	const [coverage] = await readCoverage(town.ctx.db, { scope: unitId, ...asked, ledgers: ['dissuasion'] });
	const first = (months: readonly { state: string }[]) => months.slice(0, 3).map(({ state }) => state);
	return { own: first(own.find((one) => one.id === of)!.months), rows: coverage!.rows.map((row) => first(row.months)) };
};
const report = (unitId: string, month: string) =>
	reportMonth(town.as('zhou'), { id: id(), unitId, month, responsible: '周明华' });
const zero = (unit: 'sanxing' | 'hesha', zeroMonth: string) =>
	ledger.activity('checked-zero', unit, `${zeroMonth}-28`, { zeroMonth, zeroKind: 'dissuasion' });

describe('months before a village began', () => {
	test('by a split are not kept, and take neither a report nor a zero', async () => {
		const [east] = await splitUp();
		expect(await statesOf(east)).toEqual({
			own: ['coming', 'missing', 'running'],
			rows: [['coming', 'missing', 'running']]
		});
		expect(await findBeginning(town.ctx.db, east)).toBe('2026-02-01');
		expect(await findBeginning(town.ctx.db, town.units.hesha)).toBeNull();
		expect(await report(east, '2026-01')).toEqual({ ok: false, refusal: 'unit-not-there' });
		const check = { id: id(), unitId: east, kind: 'complaint' as const, month: '2026-01', responsible: '周明华' };
		expect(await recordCheckedZero(town.as('zhou'), check)).toEqual({ ok: false, refusal: 'unit-not-there' });
		expect(await report(east, '2026-02')).toMatchObject({ ok: true });
	});

	test('by a merger are checked where each old village checked them, for it and for the town', async () => {
		for (const unit of ['sanxing', 'hesha'] as const) await zero(unit, '2026-01');
		for (const unit of ['zhongba', 'qiaotou'] as const)
			await ledger.activity('checked-zero', unit, '2026-01-31', { zeroMonth: '2026-01', zeroKind: 'dissuasion' });
		const own = id();
		await merge({ id: own });
		expect(await statesOf(own)).toEqual({
			own: ['checked', 'missing', 'running'],
			rows: [['checked', 'missing', 'running']]
		});
		expect((await statesOf(town.units.town)).own).toEqual(['checked', 'missing', 'running']);
		expect(await report(own, '2026-01')).toEqual({ ok: false, refusal: 'unit-not-there' });
	});

	test('by a merger count once in the grid of one kind of work', async () => {
		for (const unit of ['sanxing', 'hesha', 'zhongba'] as const)
			await ledger.activity('checked-zero', unit, '2026-01-31', { zeroMonth: '2026-01', zeroKind: 'complaint' });
		await merge();
		const path = '/desk/activities/zeros?year=2026';
		const { value } = await visit(town.as('zhou'), zeros, { path });
		const { months } = value as { months: object[] };
		expect(months[0], '桥头村 has not checked it').toEqual({
			...{ month: '2026-01', state: 'unchecked', villages: 2, allVillages: 3 }
		});
	});

	test('of which one old village owes one are missing', async () => {
		await zero('sanxing', '2026-01');
		const own = id();
		await merge({ id: own });
		expect((await statesOf(own)).own).toEqual(['missing', 'missing', 'running']);
	});

	test('end with the month in which it began: it reports that one, and it lies within its life', async () => {
		const own = id();
		await merge({ id: own, onDate: '2026-02-16' });
		expect((await statesOf(own)).own).toEqual(['missing', 'missing', 'running']);
		expect(await report(own, '2026-02')).toMatchObject({ ok: true });
		expect(await outside()).toEqual([]);
	});
});

test('an entry of a day before the village began is refused on the field of that day', async () => {
	const [east] = await splitUp();
	const send = async (action: unknown, path: string, form: Record<string, string>) => {
		const how = { path, form: { id: id(), unitId: east, ...form } };
		const { value } = await visit(town.as('zhou'), action as (event: never) => unknown, how);
		return (value as { data: { errors: unknown } }).data.errors;
	};
	const on = '2026-01-20';
	const entry = { kind: 'slogan', doneOn: on, subject: '刷标语', quantity: '3', responsible: '李责任' };
	expect(await send(entries.default, '/desk/activities/new', entry)).toEqual({ doneOn: 'unit-not-there' });
	const banquet = {
		...{ origin: 'declared', hostName: '王大明', hostPhone: '', occasion: 'wedding', declaredOn: '2026-01-10' },
		...{ plannedOn: on, meals: '2', tablesPlanned: '10', pricePerTable: '', venue: '', caterer: '' }
	};
	expect(await send(banquets.default, '/desk/banquets/new', banquet)).toEqual({ plannedOn: 'unit-not-there' });
});
