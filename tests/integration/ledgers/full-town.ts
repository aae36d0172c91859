import { recordActivity } from '../../../src/lib/server/activities/activities';
import { recordCheckedZero } from '../../../src/lib/server/activities/checked-zeros';
import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { recordDissuasion } from '../../../src/lib/server/banquets/dissuasions';
import { addElder } from '../../../src/lib/server/birthdays/elders';
import { signUp } from '../../../src/lib/server/signups/signups';
import { setHouseholds } from '../../../src/lib/server/units/households';
import type { TestTown } from '../test-town';

/** What a verb answered, which must be what it was asked for. */
export function must<R extends { ok: boolean }>(result: R): Extract<R, { ok: true }> {
	if (!result.ok) throw new Error(JSON.stringify(result));
	return result as Extract<R, { ok: true }>;
}

/** A town whose ledgers hold every field that can be entered, empty and full, and texts that are hard on files. */
export async function fill(town: TestTown): Promise<void> {
	await fillBanquets(town);
	await fillDissuasions(town);
	await fillActivities(town);
	await fillElders(town);
	await fillHouseholds(town);
	await fillSignups(town);
}

async function declare(town: TestTown, changes: object): Promise<string> {
	const banquet = {
		id: town.ctx.newId(),
		origin: 'declared' as const,
		occasion: 'longevity' as const,
		unitId: town.units.sanxing,
		hostName: '张试办',
		hostPhone: '13800000001',
		declaredOn: '2026-01-02',
		plannedOn: '2026-01-22',
		meals: 2,
		tablesPlanned: 30,
		pricePerTable: 600,
		venue: '=院坝, "大"',
		caterer: '一条龙\n李师',
		isHygieneCertificateSeen: true
	};
	return must(await declareBanquet(town.as('zhou'), { ...banquet, ...changes })).banquetId;
}

async function fillBanquets(town: TestTown): Promise<void> {
	const { units } = town;
	const zhou = town.as('zhou');
	const held = await declare(town, {});
	const reduced = await declare(town, {
		hostPhone: null,
		hostName: '欧阳试办',
		unitId: units.sanxingGroup1,
		occasion: 'wedding',
		pricePerTable: null,
		caterer: ''
	});
	await declare(town, {
		origin: 'found',
		occasion: 'other',
		hostPhone: '02371234567',
		unitId: units.qiaotou,
		isHygieneCertificateSeen: false,
		venue: ''
	});
	await declare(town, { hostPhone: '13800000004', plannedOn: '2026-05-01', occasion: 'school' });
	const end = { endedOn: '2026-01-22' };
	must(await recordOutcome(zhou, { ...end, id: zhou.newId(), banquetId: held, outcome: 'held', tablesHeld: 28 }));
	must(await recordOutcome(zhou, { ...end, id: zhou.newId(), banquetId: reduced, outcome: 'reduced', tablesHeld: 9 }));
}

async function fillDissuasions(town: TestTown): Promise<void> {
	const liu = town.as('liu');
	const called = await declare(town, { hostPhone: '13800000005', occasion: 'housewarming', hostName: '李试停' });
	const smaller = await declare(town, { hostPhone: null, hostName: '孙试停', occasion: 'full-month' });
	const visit = { wentOn: '2026-01-10', outcome: 'cancelled', note: '-算了两本账' } as const;
	must(await recordDissuasion(liu, { ...visit, id: liu.newId(), banquetId: called }));
	must(await recordDissuasion(liu, { ...visit, id: liu.newId(), banquetId: smaller, outcome: 'reduced', note: '' }));
}

async function fillActivities(town: TestTown): Promise<void> {
	const { units } = town;
	const [liu, zhou] = [town.as('liu'), town.as('zhou')];
	const entry = {
		unitId: units.sanxing,
		kind: 'slogan' as const,
		doneOn: '2026-01-05',
		subject: '0012 号标语',
		place: '主公路',
		audience: '过路群众',
		quantity: 21,
		result: '@已挂',
		responsible: '王试管',
		evidence: '照片 3 张',
		note: '+补'
	};
	const plain = {
		kind: 'deployment-meeting' as const,
		quantity: 1,
		place: '',
		audience: '',
		result: '',
		evidence: '',
		note: ''
	};
	const zero = { unitId: units.sanxing, kind: 'complaint', month: '2026-01', responsible: '王试管' } as const;
	must(await recordActivity(liu, { ...entry, id: liu.newId() }));
	must(await recordActivity(zhou, { ...entry, ...plain, id: zhou.newId(), unitId: units.town }));
	must(await recordCheckedZero(liu, { ...zero, id: liu.newId() }));
}

async function fillElders(town: TestTown): Promise<void> {
	const { units } = town;
	const liu = town.as('liu');
	const lunar = {
		unitId: units.sanxing,
		name: '孙试老',
		sex: 'female',
		phone: null,
		relativePhone: '13900000009',
		birth: { calendar: 'lunar', year: 1944, month: 4, day: 5, isLeap: true },
		mobility: 'wheelchair',
		needsTransport: true,
		pickUpPoint: '=村口',
		diet: 'low-sugar',
		companions: 2,
		photoConsent: 'yes'
	} as const;
	const solar = {
		unitId: units.sanxingGroup1,
		name: '钱试老',
		sex: 'male',
		phone: '13900000010',
		relativePhone: null,
		birth: { calendar: 'solar', on: '1948-05-01' },
		mobility: 'walks',
		needsTransport: false,
		pickUpPoint: '',
		diet: 'any',
		companions: 0,
		photoConsent: 'no'
	} as const;
	const other = {
		unitId: units.sanxing,
		name: '周试老',
		sex: 'female',
		photoConsent: 'unasked',
		diet: 'halal'
	} as const;
	must(await addElder(liu, { ...lunar, id: liu.newId() }));
	must(await addElder(liu, { ...solar, id: liu.newId() }));
	must(await addElder(liu, { ...solar, ...other, id: liu.newId() }));
}

async function fillHouseholds(town: TestTown): Promise<void> {
	const { units } = town;
	const zhou = town.as('zhou');
	const counts = [
		{ unitId: units.sanxing, fromOn: '2025-01-01', households: 412 },
		{ unitId: units.hesha, fromOn: '2026-01-01', households: 388 }
	];
	for (const count of counts) must(await setHouseholds(zhou, { ...count, id: zhou.newId() }));
}

async function fillSignups(town: TestTown): Promise<void> {
	const { rows } = await town.ctx.db.$client.execute('select id from slots');
	const slotId = String(rows[0]!.id);
	const several = {
		slotId,
		villageId: town.units.sanxing,
		partySize: 3,
		name: '吴试名',
		phone: '13700000001',
		companions: ['郑试名', '冯试名'],
		acceptsSome: true,
		email: 'wu@example.cn',
		language: 'en'
	} as const;
	const helped = {
		slotId,
		villageId: null,
		partySize: 1,
		name: '陈试名',
		phone: '13700000002',
		helper: { name: '褚试帮', phone: '13700000003' }
	};
	must(await signUp(town.visitor, { ...several, companions: [...several.companions], id: town.ctx.newId() }));
	must(await signUp(town.visitor, { ...helped, id: town.ctx.newId() }));
}
