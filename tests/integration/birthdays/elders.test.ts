import { describe, expect, test } from 'vitest';
import { addElder, correctElder } from '../../../src/lib/server/birthdays/elders';
import { eraseElder } from '../../../src/lib/server/birthdays/elder-erasures';
import { markDeparture } from '../../../src/lib/server/birthdays/elder-departures';
import { readRoll } from '../../../src/lib/server/birthdays/elder-fields';
import { actions } from '../../../src/routes/desk/(birthdays)/elders/new/+page.server';
import { visit } from '../page-visit';
import { elderOf, enrol, lunar } from './roll-of';
import { town, get, id, freshTown } from './roll-town';

freshTown();

const audit = async (verb: string) =>
	(
		await town.ctx.db.$client.execute({
			sql: 'select detail, subject_id from audit_entries where verb = ?',
			args: [verb]
		})
	).rows;

test('someone far from sixty is asked about on the field of the calendar, and enrolled once that is meant', async () => {
	const person = {
		...{ unitId: town.units.sanxing, name: '赵年轻', sex: 'female', phone: '', relativePhone: '', pickUpPoint: '' },
		...{ mobility: 'walks', diet: 'any', companions: '0', photoConsent: 'unasked' }
	};
	const enter = async (birth: Record<string, string>) => {
		const how = { path: '/desk/elders/new', form: { id: id(), ...person, ...birth } };
		return (await visit(town.as('liu'), actions.default as (event: never) => Promise<unknown>, how)).value;
	};
	const solar = { calendar: 'solar', solarOn: '1990-01-01' };
	expect(await enter(solar)).toMatchObject({ status: 409, data: { errors: { solarOn: 'birth-late' } } });
	const lunarly = { calendar: 'lunar', lunarYear: '1990', lunarMonth: '1', lunarDay: '5' };
	expect(await enter(lunarly)).toMatchObject({ data: { errors: { lunarYear: 'birth-late' } } });
	expect(await enter({ ...solar, dayIsMeant: 'solarOn' })).toMatch(/^\/desk\/elders\//);
});

describe('the roll', () => {
	test('keeps a birth date in the calendar it was given in, and personal fields sealed', async () => {
		const elderId = await enrol(town, { birth: lunar(1941, 6, 5, true), relativePhone: '13800000002' });
		expect(await get(elderId)).toMatchObject({
			name: '赵甲老',
			phone: '13800000001',
			relativePhone: '13800000002',
			birth: lunar(1941, 6, 5, true)
		});
		const { rows } = await town.ctx.db.$client.execute('select * from elders');
		expect(JSON.stringify(rows)).not.toMatch(/赵甲老|1380000|1941/);
	});

	test('takes no day its calendar does not have, and none in the future or 120 years ago', async () => {
		for (const birth of [
			lunar(1946, 2, 30),
			lunar(1942, 6, 1, true),
			{ calendar: 'solar', on: '2026-03-03' } as const,
			lunar(1905, 1, 1)
		]) {
			const answer = await addElder(town.as('liu'), elderOf(town, { birth }));
			expect(answer, JSON.stringify(birth)).toEqual({ ok: false, refusal: 'birth-wrong' });
		}
	});

	test('holds the same person of a village once, also when sent twice', async () => {
		const once = elderOf(town);
		expect(await addElder(town.as('liu'), once)).toEqual({ ok: true, elderId: once.id });
		expect(await addElder(town.as('liu'), once)).toEqual({ ok: true, elderId: once.id });
		const again = await addElder(town.as('liu'), elderOf(town, { unitId: town.units.sanxing }));
		expect(again).toEqual({ ok: false, refusal: 'elder-already-on-roll' });
		expect(await addElder(town.as('he'), elderOf(town, { unitId: town.units.hesha }))).toMatchObject({ ok: true });
		expect(await readRoll(town.ctx, town.units.sanxing)).toHaveLength(1);
	});

	test('is for the staff of the village: no other cadre, no volunteer, no visitor', async () => {
		const elderId = await enrol(town);
		for (const ctx of [town.as('he'), town.as('tang'), town.as('mei'), town.visitor]) {
			const not = { ok: false, refusal: 'not-your-unit' };
			expect(await addElder(ctx, elderOf(town, { name: '钱乙老' }))).toEqual(not);
			expect(await correctElder(ctx, { reason: '写错了', ...elderOf(town), elderId })).toEqual(not);
			expect(await markDeparture(ctx, { id: id(), elderId, reason: 'died', departedOn: '2026-03-01' })).toEqual(not);
			expect(await eraseElder(ctx, { id: id(), elderId })).toEqual(not);
		}
		expect(await addElder(town.as('zhou'), elderOf(town, { unitId: town.units.town }))).toEqual({
			ok: false,
			refusal: 'unit-not-a-village'
		});
	});

	test('is put right with the old habits kept in the audit entry, and nothing personal', async () => {
		const elderId = await enrol(town);
		const corrected = elderOf(town, { name: '赵乙老', birth: lunar(1946, 3, 2), phone: '13800000009', diet: 'soft' });
		expect(await correctElder(town.as('liu'), { reason: '写错了', ...corrected, elderId })).toEqual({ ok: true });
		expect(await get(elderId)).toMatchObject({ name: '赵乙老', birth: lunar(1946, 3, 2), diet: 'soft' });
		const [entry] = await audit('correctElder');
		expect(JSON.parse(String(entry!.detail))).toMatchObject({
			before: { diet: 'any' },
			after: { diet: 'soft' },
			changed: ['name', 'birth', 'phone']
		});
		expect(String(entry!.detail)).not.toMatch(/赵|1946|1380/);
		expect(await correctElder(town.as('liu'), { reason: '写错了', ...corrected, elderId: id() })).toEqual({
			ok: false,
			refusal: 'elder-unknown'
		});
	});
});
