import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { and, eq, sql } from 'drizzle-orm';
import { createDice } from '../../../drizzle/seed/dice';
import { activityKinds, type ActivityKind } from '../../../src/lib/domain/activities/activity';
import { isBanquetHeld, occasions, outcomes } from '../../../src/lib/domain/banquets/banquet';
import { dissuasionOutcomes, isCountedDissuasion } from '../../../src/lib/domain/banquets/dissuasion';
import { addDays, monthBounds } from '../../../src/lib/domain/calendar/calendar';
import { figures, type FigureSource } from '../../../src/lib/domain/figures/figure';
import { quarterBounds, rangePeriods, reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { isStopped } from '../../../src/lib/server/db/banquets/counted-banquets';
import { countedKinds } from '../../../src/lib/server/db/rules/counted-records';
import { cellsOf } from '../../../src/lib/server/db/figures/figure-counts';
import { listFigureRecords } from '../../../src/lib/server/db/figures/figure-records';
import { listCountDifferences, recountFigures } from '../../../src/lib/server/db/figures/figure-recount';
import { activities } from '../../../src/lib/server/db/schema/activities/activities';
import { banquetOutcomes, banquetRemovals, banquets } from '../../../src/lib/server/db/schema/banquets/banquets';
import { dissuasions } from '../../../src/lib/server/db/schema/banquets/dissuasions';
import { eventCompletions, events } from '../../../src/lib/server/db/schema/events/events';
import { readFiguresOf } from '../../../src/lib/server/figures/figures';
import { ledgerOf } from '../ledgers/ledger-rows';
import type { TestUnit } from '../cast';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let ledger: ReturnType<typeof ledgerOf>;

beforeEach(async () => {
	town = await openTestTown();
	ledger = ledgerOf(town);
});
afterEach(() => town.close());

const today = '2025-02-20';
const places: readonly TestUnit[] = ['town', 'sanxing', 'hesha', 'zhongba', 'sanxingGroup1'];
const recorded = activityKinds.filter((kind) => kind !== 'checked-zero');

/** Records of every kind over two and a half years, of which a good part is corrected, removed or withdrawn afterwards. */
async function fillAtRandom(seed: number, count: number): Promise<void> {
	const dice = createDice(seed);
	const { db } = town.ctx;
	const chance = (share: number) => dice.throw() < share;
	const place = () => dice.pick(places);
	const day = () => addDays('2022-08-01', dice.between(0, 930));
	const ids = { banquet: [] as string[], activity: [] as string[], event: [] as string[], dissuasion: [] as string[] };
	const makers: (() => Promise<unknown>)[] = [
		async () =>
			ids.banquet.push(await ledger.banquet(place(), day(), dice.pick([...outcomes, null]), dice.pick(occasions))),
		async () => {
			const options = {
				outcome: dice.pick(dissuasionOutcomes),
				occasion: dice.pick(occasions),
				confirmed: chance(0.7)
			};
			const { id, banquetId } = await ledger.dissuasion(place(), day(), options);
			ids.dissuasion.push(id);
			ids.banquet.push(banquetId);
		},
		async () => {
			const options = { quantity: dice.between(1, 9), removed: chance(0.2) };
			const id = await ledger.activity(dice.pick(recorded), place(), day(), options);
			if (!options.removed) ids.activity.push(id);
		},
		async () => {
			const topic = dice.pick(['health', 'micro-talk', 'ideological'] as const);
			const time = dice.pick(['00:00', '07:59', '23:30']);
			ids.event.push((await ledger.event('lecture', place(), day(), { topic, time, completed: chance(0.8) })).id);
		},
		async () => {
			const { id } = await ledger.event('blood-drive', place(), day(), { completed: chance(0.8) });
			for (let nth = dice.between(0, 3); nth > 0; nth--) await ledger.donation(id, chance(0.5));
		},
		async () => ledger.event(dice.pick(['performance', 'birthday-banquet'] as const), place(), day()),
		async () =>
			ledger.event('volunteer-day', place(), day(), { topic: dice.pick(['clean-up', 'small-ads-removal'] as const) }),
		async () =>
			ledger.birthdayGuest(place(), day(), dice.pick(['attended', 'absent', 'cake-delivered'] as const), chance(0.8)),
		async () => {
			const signedOn = day();
			const withdrawnOn = chance(0.3) ? addDays(signedOn, dice.between(0, 300)) : undefined;
			const audience = chance(0.8) ? 'household' : 'party-member';
			return ledger.pledge(dice.pick(['sanxing', 'hesha'] as const), signedOn, { withdrawnOn, audience });
		}
	];
	for (let nth = 0; nth < count; nth++) await makers[nth % makers.length]!();
	const grid = await ledger.grid('sanxing', '2023-01-01', '2024-06-30');
	for (const role of ['full-time', 'helper'] as const) await ledger.member(grid, role, '2023-02-01');

	const unitId = () => town.units[place()];
	const some = (list: string[]) => list.filter(() => chance(0.5));
	for (const id of some(ids.activity)) {
		const change = {
			unitId: unitId(),
			doneOn: day(),
			kind: dice.pick(recorded) as ActivityKind,
			quantity: dice.between(1, 9)
		};
		await db.update(activities).set(change).where(eq(activities.id, id));
	}
	for (const id of some(ids.banquet)) {
		const change = {
			unitId: unitId(),
			declaredOn: day(),
			occasion: dice.pick(occasions),
			origin: dice.pick(['declared', 'found'] as const)
		};
		await db.update(banquets).set(change).where(eq(banquets.id, id));
		await db.update(banquetOutcomes).set({ endedOn: day() }).where(eq(banquetOutcomes.banquetId, id));
	}
	for (const id of some(ids.dissuasion))
		await db.update(dissuasions).set({ wentOn: day() }).where(eq(dissuasions.id, id));
	for (const id of some(ids.banquet)) await db.insert(banquetRemovals).values({ banquetId: id, reason: '重复', at: 0 });
	for (const id of some(ids.event)) {
		await db.update(events).set({ unitId: unitId(), topic: 'health' }).where(eq(events.id, id));
		await db
			.update(eventCompletions)
			.set({ attended: dice.between(0, 99) })
			.where(eq(eventCompletions.eventId, id));
	}
}

describe('the records behind a figure', () => {
	// One rich town of 180 records, each kind twenty times: some hundred cells for every figure, and every scope and period reads them anew.
	it('add up to it: every figure, in every scope, of a year, a quarter, a month and an odd range', async () => {
		await fillAtRandom(20240615, 180);
		const { db } = town.ctx;
		const periods = [
			reportingPeriods(2024, today),
			reportingPeriods(2025, today),
			rangePeriods(quarterBounds(2023, 4), today, 'period-before'),
			rangePeriods(monthBounds(2024, 2), today),
			rangePeriods({ fromOn: '2022-11-17', toOn: '2024-05-09' }, today)
		];
		const scopes = (['town', 'sanxing', 'sanxingGroup1'] as const).map((unit) => town.units[unit]);
		for (const each of periods) {
			const readings = await readFiguresOf(db, { scopes, periods: each });
			for (const [nth, scope] of scopes.entries()) {
				for (const [at, { id, source }] of figures.entries()) {
					const reading = readings[nth]![at]!;
					for (const which of ['now', 'before'] as const) {
						const value = which === 'now' ? reading.value : reading.previous;
						const { total } = await listFigureRecords(db, scope, source as FigureSource, each[which]);
						// Unchecked complaints are no data, whatever is in the ledger; elsewhere no data means no records.
						if (value === null && id === 'complaints') continue;
						expect({ id, scope: nth, ...each[which], value: value ?? 0 }).toEqual({
							id,
							scope: nth,
							...each[which],
							value: total
						});
					}
				}
			}
		}
		expect(await listCountDifferences(db)).toEqual([]);
	}, 60_000);
});

describe('the kept counts', () => {
	it('are what a recount gives, and a cell that was tampered with is told', async () => {
		await fillAtRandom(7, 27);
		const { db } = town.ctx;
		expect(await listCountDifferences(db)).toEqual([]);
		await db.run(sql`update figure_days set records = records + 1 where rowid = (select min(rowid) from figure_days)`);
		expect(await listCountDifferences(db)).toMatchObject([{ of: 'day' }]);
		await db.run(sql`delete from figure_months where measure = 'activities'`);
		expect((await listCountDifferences(db)).length).toBeGreaterThan(1);
		await recountFigures(db);
		expect(await listCountDifferences(db)).toEqual([]);
	});

	it('follow when a row is deleted by hand', async () => {
		const { id } = await ledger.dissuasion('sanxing', '2024-05-01');
		await town.ctx.db.run(sql`delete from dissuasion_confirmations where dissuasion_id = ${id}`);
		await ledger.activity('slogan', 'sanxing', '2024-05-01');
		await town.ctx.db.delete(activities);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	it('have a view for every measure, and every measure a figure or a part of one', async () => {
		const views = await town.ctx.db.all<{ name: string }>(
			sql`select name from sqlite_master where type = 'view' and name like 'counted_%'`
		);
		const expected = countedKinds.map(({ measure }) => `counted_${measure.replaceAll('-', '_')}`);
		expect(views.map(({ name }) => name).sort()).toEqual([...expected, 'counted_records'].sort());
	});
});

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
							insert.push(...stateOf(id, { outcome, occasion, confirmed, ended, isRemoved }));
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

	/** The statements that bring a banquet and its dissuasion into a state, past every service. */
	function stateOf(
		id: string,
		state: { outcome: string; occasion: string; confirmed: boolean; ended: string | null; isRemoved: boolean }
	): string[] {
		const { sanxing } = town.units;
		const { liu, zhou } = town.accounts;
		return [
			`insert into banquets (id, unit_id, origin, occasion, host_name_sealed, host_phone_sealed, host_phone_index, code, declared_on,
				planned_on, meals, tables_planned, at) values ('${id}', '${sanxing}', 'declared', '${state.occasion}', 'x', 'x', '${id}', 'x',
				'2024-05-01', '2024-05-01', 1, 10, 0)`,
			`insert into dissuasions (id, banquet_id, went_on, visits, outcome, note, at, by_id)
				values ('d${id}', '${id}', '2024-05-01', 1, '${state.outcome}', '', 0, '${liu.id}')`,
			...(state.confirmed
				? [`insert into dissuasion_confirmations (dissuasion_id, at, by_id) values ('d${id}', 0, '${zhou.id}')`]
				: []),
			...(state.ended
				? [
						`insert into banquet_outcomes (banquet_id, outcome, ended_on, tables_held, at)
							values ('${id}', '${state.ended}', '2024-05-01', ${state.ended === 'cancelled' ? 0 : 5}, 0)`
					]
				: []),
			...(state.isRemoved
				? [`insert into banquet_removals (banquet_id, reason, at, by_id) values ('${id}', 'x', 0, '${zhou.id}')`]
				: [])
		];
	}
});

describe('cellsOf', () => {
	it('cuts a period into whole months and the days at its ends', () => {
		expect(cellsOf({ fromOn: '2024-01-01', toOn: '2024-12-31' })).toEqual({
			months: { from: '2024-01', to: '2024-12' },
			days: []
		});
		expect(cellsOf({ fromOn: '2023-11-17', toOn: '2024-02-09' })).toEqual({
			months: { from: '2023-12', to: '2024-01' },
			days: [
				{ fromOn: '2023-11-17', toOn: '2023-11-30' },
				{ fromOn: '2024-02-01', toOn: '2024-02-09' }
			]
		});
		const short = { fromOn: '2024-01-30', toOn: '2024-02-03' };
		expect(cellsOf(short)).toEqual({ months: null, days: [short] });
	});
});
