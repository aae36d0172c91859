import { describe, expect } from 'vitest';
import { cadences, nextWindow, windowsAYear } from '../../../src/lib/domain/birthdays/birthday-window';
import { calendars } from '../../../src/lib/domain/birthdays/elder';
import { ageKinds } from '../../../src/lib/domain/birthdays/invited-ages';
import { proposeBanquets } from '../../../src/lib/server/birthdays/banquet-proposals';
import { correctBirthdaySeries } from '../../../src/lib/server/birthdays/birthday-series';
import { birthdaysFor, windowAt, type SeriesRule } from '../../../src/lib/server/birthdays/birthdays';
import { planBanquet } from '../../../src/lib/server/birthdays/invitation-lists';
import { readRoll } from '../../../src/lib/server/birthdays/elder-fields';
import { listMissing } from '../../../src/lib/server/birthdays/missing-guests';
import { findBirthdayBanquet } from '../../../src/lib/server/db/birthdays/birthdays';
import { fc, test } from '../../properties';
import { enrol, lunar, solar } from './roll-of';
import { anotherTown, town, begin, plan, id, rule, list, freshTown } from './birthday-town';

freshTown();

const correct = async (seriesId: string, over: Partial<SeriesRule>) => {
	const settings = { id: id(), seriesId, unitId: town.units.sanxing, fromOn: '2026-01-01', ...rule, ...over };
	expect(await correctBirthdaySeries(town.as('liu'), settings)).toEqual({ ok: true });
};

/** Plans what is proposed, at most so many banquets. Out: how many. */
async function planProposed(most: number): Promise<number> {
	for (let planned = 0; planned < most; planned++) {
		const [proposal] = await proposeBanquets(town.ctx, town.units.sanxing);
		if (!proposal!.next) return planned;
		const { year, firstMonth } = proposal!.next.window;
		const startsAt = town.ctx.now() + 86_400_000;
		const act = plan(proposal!.series.id, { year, firstMonth, startsAt, endsAt: startsAt + 3_600_000 });
		expect(await planBanquet(town.as('liu'), act)).toMatchObject({ ok: true });
	}
	return most;
}

/** Every birthday for which an elder is on a list. */
async function listed() {
	const { rows } = await town.ctx.db.$client.execute('select event_id from birthday_banquets');
	const lists = await Promise.all(rows.map(({ event_id }) => list(String(event_id))));
	return lists.flat().map(({ elder: { name }, birthday }) => ({ name, ...birthday! }));
}

/** Every birthday that a series invites for, from the window that runs today to a year later. */
async function due(series: SeriesRule) {
	const roll = await readRoll(town.ctx, town.units.sanxing);
	const windows = [windowAt(series, town.ctx.today())];
	while (windows.length <= windowsAYear(series.cadence)) windows.push(nextWindow(series.cadence, windows.at(-1)!));
	return windows.flatMap((window) => {
		const birthdayIn = birthdaysFor(series, window);
		return roll.flatMap(({ name, birth }) => {
			const birthday = birthdayIn(birth!);
			return birthday ? [{ name, ...birthday }] : [];
		});
	});
}

describe('a list that is made', () => {
	test('stays as it was planned when its series is corrected: its months, its birthdays, and who is missing', async () => {
		await enrol(town, { name: '赵甲老', birth: { calendar: 'solar', on: '1946-01-20' } });
		await enrol(town, { name: '钱乙老', birth: { calendar: 'solar', on: '1950-11-05' } });
		const seriesId = await begin();
		const act = plan(seriesId, { firstMonth: 11 });
		expect(await planBanquet(town.as('liu'), act)).toMatchObject({ ok: true });
		const before = await list(act.id);
		expect(before).toMatchObject([{ elder: { name: '赵甲老' }, birthday: { on: '2027-01-20', age: 82 } }]);
		await correct(seriesId, { calendar: 'solar', cadence: 'quarterly', ageKind: 'full' });
		expect(await list(act.id)).toEqual(before);
		const banquet = (await findBirthdayBanquet(town.ctx.db, act.id))!;
		expect(banquet).toMatchObject({ calendar: 'lunar', ageKind: 'nominal', firstMonth: 11, lastMonth: 12 });
		expect(await listMissing(town.ctx, banquet)).toEqual([]);
	});

	test('refuses to be planned anew, and a list of other settings than its series has', async () => {
		const seriesId = await begin();
		const act = plan(seriesId);
		await planBanquet(town.as('liu'), act);
		const execute = (sql: string) => town.ctx.db.$client.execute(sql);
		await expect(execute("update birthday_banquets set calendar = 'solar'")).rejects.toThrow('planned with is kept');
		const later = plan(seriesId, { firstMonth: 5 });
		await planBanquet(town.as('liu'), later);
		const columns = 'threshold, age_kind, year, first_month, last_month, seats, at';
		await expect(
			execute(`insert or replace into birthday_banquets (event_id, series_id, calendar, ${columns})
				select event_id, series_id, 'solar', ${columns} from birthday_banquets where event_id = '${later.id}'`)
		).rejects.toThrow('refusal:series-corrected');
	});
});

describe('an elder who is on a list for a birthday', () => {
	test('is not proposed again for it by the other calendar', async () => {
		await enrol(town, { birth: { calendar: 'solar', on: '1946-01-20' } });
		const seriesId = await begin();
		await planBanquet(town.as('liu'), plan(seriesId, { firstMonth: 11 }));
		await correct(seriesId, { calendar: 'solar', cadence: 'monthly' });
		town.clock.setDate('2026-12-30');
		const [proposal] = await proposeBanquets(town.ctx, town.units.sanxing);
		expect(proposal!.next).toBeNull();
	});

	test('is not proposed for the same round age when the ages are counted otherwise', async () => {
		await enrol(town, { birth: lunar(1957, 3, 1) });
		const seriesId = await begin({ cadence: 'yearly' });
		await planBanquet(town.as('liu'), plan(seriesId, { firstMonth: 1 }));
		expect(await listed()).toEqual([{ name: '赵甲老', on: '2026-04-17', age: 70 }]);
		await correct(seriesId, { cadence: 'yearly', ageKind: 'full' });
		town.clock.setDate('2027-03-02');
		const [proposal] = await proposeBanquets(town.ctx, town.units.sanxing);
		expect(proposal!.next).toBeNull();
	});
});

describe('an elder whom a corrected series invites', () => {
	test('is proposed in months that have a list of the former settings', async () => {
		await enrol(town, { name: '赵甲老', birth: lunar(1946, 3, 1) });
		await enrol(town, { name: '钱乙老', birth: lunar(1962, 3, 2) });
		await enrol(town, { name: '孙丙老', birth: lunar(1946, 2, 9) });
		const seriesId = await begin({ threshold: 70, cadence: 'monthly' });
		await planBanquet(town.as('liu'), plan(seriesId));
		await correct(seriesId, { threshold: 65 });
		expect(await planProposed(2)).toBe(2);
		expect((await listed()).map(({ name, on }) => `${name} ${on}`).sort()).toEqual([
			'孙丙老 2026-03-27',
			'赵甲老 2026-04-17',
			'钱乙老 2026-04-18'
		]);
	});

	const rules = fc.record({
		threshold: fc.constantFrom(60, 70),
		ageKind: fc.constantFrom(...ageKinds),
		cadence: fc.constantFrom(...cadences),
		calendar: fc.constantFrom(...calendars)
	});
	const steps = fc.array(fc.record({ change: rules, most: fc.integer({ min: 0, max: 4 }) }), {
		minLength: 1,
		maxLength: 4
	});
	const days = ['2026-03-02', '2026-08-30', '2026-12-31', '2027-02-20'];

	test.prop([rules, steps, fc.constantFrom(...days)], { numRuns: 12 })(
		'is on one list for each birthday, however often calendar, cadence, count of ages and first age changed',
		async (first, drawn, day) => {
			await anotherTown();
			// Ages of 57 to 77, in both calendars and in every month.
			for (let nth = 0; nth < 24; nth++) {
				const [year, month] = [1950 + ((nth * 8) % 21), 1 + (nth % 12)];
				const birth = nth % 3 === 0 ? lunar(year, month, 29) : solar(`${year}-${String(month).padStart(2, '0')}-05`);
				await enrol(town, { name: `老人${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地'[nth]}`, birth });
			}
			town.clock.setDate(day);
			const seriesId = await begin(first);
			await planProposed(3);
			for (const { change, most } of drawn) {
				await correct(seriesId, change);
				await planProposed(most);
			}
			await planProposed(20);
			const lists = await listed();
			const last = drawn.at(-1)!.change;
			const isSame = (one: (typeof lists)[number], other: (typeof lists)[number]) =>
				one.name === other.name && (one.on === other.on || (last.cadence === 'yearly' && one.age === other.age));
			expect(
				lists.filter((one) => lists.filter(({ name, on }) => name === one.name && on === one.on).length > 1)
			).toEqual([]);
			expect((await due(last)).filter((one) => !lists.some((other) => isSame(one, other)))).toEqual([]);
		}
	);
});
