import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerNames, type LedgerName } from '../../../src/lib/domain/figures/ledger';
import {
	findDeclaredStart,
	listDeclaredStarts,
	readLedgerStarts
} from '../../../src/lib/server/db/figures/ledger-starts';
import { declareLedger, declareLedgers } from '../../../src/lib/server/units/ledger-starts';
import { actions as newActivity } from '../../../src/routes/desk/activities/new/+page.server';
import { actions as newEvent } from '../../../src/routes/desk/events/new/+page.server';
import type { CastName } from '../cast';
import { visit } from '../page-visit';
import { ledgerOf } from '../rows/ledger-rows';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;

beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const declare = (fromOn: string, { by = 'zhou' as CastName, ledger = 'activities' as LedgerName } = {}) =>
	declareLedgers(town.as(by), { id: town.ctx.newId(), starts: [{ ledger, fromOn }] });

describe('the beginning of a ledger', () => {
	it('is proposed from its first record, and is in force as an administrator of the town declares it', async () => {
		await ledgerOf(town).activity('slogan', 'sanxing', '2023-04-17');
		expect((await readLedgerStarts(town.ctx.db)).activities).toBe('2023-04-17');
		expect(await declare('2023-01-01', { by: 'liu' })).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await declare('2026-03-03')).toEqual({ ok: false, refusal: 'date-in-future' });
		expect(await declare('2023-01-01')).toEqual({ ok: true });
		expect(await declare('2023-03-01')).toEqual({ ok: true });
		expect((await readLedgerStarts(town.ctx.db)).activities).toBe('2023-03-01');
		const one = (await listDeclaredStarts(town.ctx.db)).find(({ ledger }) => ledger === 'activities');
		expect(one).toMatchObject({ seq: 2, fromOn: '2023-03-01', firstOn: '2023-04-17', byId: town.accounts.zhou.id });
	});

	it('that leaves records out is asked about first, with their number', async () => {
		for (const day of ['2023-04-17', '2024-05-31', '2024-06-01']) await ledgerOf(town).banquet('sanxing', day);
		const later = (fromOn: string, isConfirmed = false, by: CastName = 'zhou') =>
			declareLedger(town.as(by), { id: town.ctx.newId(), ledger: 'banquets', fromOn, isConfirmed });
		expect(await later('2024-06-15'), 'the month of the day counts whole').toEqual({ ok: true, leftOut: 2 });
		expect((await listDeclaredStarts(town.ctx.db)).map(({ seq }) => seq)).toEqual(ledgerNames.map(() => 0));
		expect(await later('2024-06-15', false, 'liu')).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await later('2024-06-15', true)).toEqual({ ok: true, leftOut: 0 });
		expect(await findDeclaredStart(town.ctx.db, 'banquets')).toBe('2024-06-15');
		expect(await later('2023-04-01'), 'nothing is left out').toEqual({ ok: true, leftOut: 0 });
		expect(await findDeclaredStart(town.ctx.db, 'banquets')).toBe('2023-04-01');
	});

	it('of declarations is not before that of banquets, whatever its first banquets were declared', async () => {
		const { db } = town.ctx;
		const banquet = await ledgerOf(town).banquet('sanxing', '2023-01-14');
		await db.run(sql`update banquets set declared_on = '2022-12-20' where id = ${banquet}`);
		await ledgerOf(town).banquet('sanxing', '2023-02-11');
		expect((await readLedgerStarts(db)).declarations).toBe('2023-02-11');
		expect((await listDeclaredStarts(db)).find(({ ledger }) => ledger === 'declarations')?.firstOn).toBe('2023-02-11');
		const early = (fromOn: string, also: { ledger: LedgerName; fromOn: string }[] = []) =>
			declareLedgers(town.as('zhou'), {
				id: town.ctx.newId(),
				starts: [{ ledger: 'declarations', fromOn }, ...also]
			});
		expect(await early('2022-12-01')).toEqual({ ok: true });
		expect((await readLedgerStarts(db)).declarations, 'as it was declared before').toBe('2023-01-14');
		const banquets = { ledger: 'banquets' as const, fromOn: '2023-01-01' };
		const refused = { ok: false, refusal: 'declarations-before-banquets' };
		expect(await early('2022-12-02', [banquets])).toEqual(refused);
		expect(await early('2023-01-01', [banquets])).toEqual({ ok: true });
		expect(await early('2022-12-01')).toEqual(refused);
		expect((await readLedgerStarts(db)).declarations).toBe('2023-01-01');
	});

	it('is not written twice where it is the same already', async () => {
		await declare('2023-01-01');
		await declare('2023-01-01');
		expect((await listDeclaredStarts(town.ctx.db)).map(({ seq }) => seq).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
	});

	it('is only added to: what was declared is never changed or deleted', async () => {
		await declare('2023-01-01');
		const client = town.ctx.db.$client;
		await expect(client.execute("update ledger_starts set from_on = '2020-01-01'")).rejects.toThrow('never changed');
		await expect(client.execute('delete from ledger_starts')).rejects.toThrow('never deleted');
		const wrong = "insert into ledger_starts (ledger, seq, from_on, at) values ('grids', 1, '0024-03-05', 0)";
		await expect(client.execute(wrong)).rejects.toThrow('ledger_starts_day');
	});

	it('is known of every ledger', async () => {
		expect((await listDeclaredStarts(town.ctx.db)).map(({ ledger }) => ledger)).toEqual([...ledgerNames]);
		expect(await findDeclaredStart(town.ctx.db, 'banquets')).toBeNull();
	});
});

describe('a day before its ledger begins', () => {
	async function enter(doneOn: string, more: Record<string, string> = {}) {
		const id = town.ctx.newId();
		const fields = {
			id,
			unitId: town.units.sanxing,
			kind: 'slogan',
			doneOn,
			subject: '标语',
			quantity: '1',
			responsible: '周测试'
		};
		const how = { path: '/desk/activities/new', form: { ...fields, ...more } };
		const { value } = await visit(town.as('liu'), newActivity.default as (event: never) => Promise<unknown>, how);
		return typeof value === 'string' ? 'recorded' : value;
	}

	it.each(['2022-03-05', '2004-03-05', '1924-03-05'])(
		'(%s) is asked about, and recorded once it is meant',
		async (day) => {
			await declare('2023-01-01');
			const asked = { status: 409, data: { errors: { doneOn: 'date-before-ledger' }, values: { doneOn: day } } };
			expect(await enter(day)).toMatchObject(asked);
			expect(await enter(day, { dayIsMeant: 'plannedOn' }), 'of another field').toMatchObject(asked);
			expect(await enter(day, { dayIsMeant: 'doneOn' })).toBe('recorded');
			expect(await enter('2023-01-01')).toBe('recorded');
		}
	);

	it('of an event is asked about at the earliest of its slots', async () => {
		await declare('2023-01-01', { ledger: 'events' });
		const slot = (nth: number, on: string) => ({
			[`slots.${nth}.id`]: town.ctx.newId(),
			[`slots.${nth}.on`]: on,
			[`slots.${nth}.startsAt`]: '09:00',
			[`slots.${nth}.endsAt`]: '10:00',
			[`slots.${nth}.capacity`]: ''
		});
		async function enterEvent(days: readonly string[], more = {}) {
			const words = { kind: 'lecture/health', title: '健康讲座', place: '村部', contactPhone: '13800000001' };
			const empty = { description: '', partner: '', confirmHours: '' };
			const fields = { id: town.ctx.newId(), unitId: town.units.sanxing, ...words, ...empty };
			const form = Object.assign({}, fields, ...days.map((on, nth) => slot(nth, on)), more) as Record<string, string>;
			const how = { path: '/desk/events/new', form };
			const { value } = await visit(town.as('liu'), newEvent.default as (event: never) => Promise<unknown>, how);
			return typeof value === 'string' ? 'recorded' : value;
		}
		const asked = { status: 409, data: { errors: { 'slots.1.on': 'date-before-ledger' } } };
		expect(await enterEvent(['2022-03-05', '1924-03-05'])).toMatchObject(asked);
		expect(await enterEvent(['2022-03-05', '1924-03-05'], { dayIsMeant: 'slots.1.on' })).toBe('recorded');
		expect(await enterEvent(['2023-01-01'])).toBe('recorded');
	});

	it('is not asked about while the town has declared nothing', async () => {
		await ledgerOf(town).activity('slogan', 'sanxing', '2023-04-17');
		expect(await enter('2022-03-05')).toBe('recorded');
	});
});
