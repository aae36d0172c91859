import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { activityKinds } from '../../src/lib/domain/activities/activity';
import { listActivities } from '../../src/lib/server/db/activities/activities';
import { listActivityYears, sumActivities } from '../../src/lib/server/db/activities/activity-counts';
import { countCases, listCases } from '../../src/lib/server/db/cases/cases';
import { listAuditEntries } from '../../src/lib/server/db/audit/audit-list';
import { countBanquets, listBanquets } from '../../src/lib/server/db/banquets/banquet-list';
import { countDissuasions, listDissuasions } from '../../src/lib/server/db/banquets/dissuasion-list';
import { findBanquetYears, listBanquetsPlanned } from '../../src/lib/server/db/banquets/planned-banquets';
import type { Database } from '../../src/lib/server/db/client';
import { countEvents, eventViews, listEvents } from '../../src/lib/server/db/events/event-lists';
import { eachActivity } from '../../src/lib/server/db/ledgers/activities';
import { eachCase } from '../../src/lib/server/db/ledgers/cases';
import { eachBanquet } from '../../src/lib/server/db/ledgers/banquets';
import { eachDissuasion } from '../../src/lib/server/db/ledgers/dissuasions';
import { eachAct, eachEvent, eachPledge } from '../../src/lib/server/db/ledgers/exports';
import { eachSignup } from '../../src/lib/server/db/ledgers/signups';
import { countMessages, listMessages } from '../../src/lib/server/db/messages/message-list';
import { countPledges, findPledgeInForce, listPledges } from '../../src/lib/server/db/pledges/pledges';
import { listHolders } from '../../src/lib/server/db/shifts/shift-claims';
import { findFeedOf } from '../../src/lib/server/db/shifts/shift-feeds';
import { units } from '../../src/lib/server/db/schema/units/units';
import { drizzleOn } from '../../src/lib/server/db/session';
import type { SqlStatement } from '../../src/lib/server/db/sql';
import { readReach } from '../../src/lib/server/db/units/scope';
import { planOf } from './query-plan';
import { openTestTown, type TestTown } from './test-town';

let town: TestTown;
let db: Database;
let asked: SqlStatement[] = [];

beforeAll(async () => {
	town = await openTestTown();
	const { $client } = town.ctx.db;
	const run: typeof $client.run = (statements, actId) => {
		asked.push(...statements);
		return $client.run(statements, actId);
	};
	db = Object.assign(drizzleOn(run), { $client: { ...$client, run } });
});
afterAll(() => town.close());
beforeEach(() => void (asked = []));

const today = '2026-03-02';
const below = { below: { key: '2026-01-01', id: 'x' } };
const since = { below: { key: 1, id: 'x' } };
const narrowed = (scope: string) => ({ scope, year: null });

/** Every list of the desk and every file, of a unit. */
const lists: Record<string, (scope: string) => Promise<unknown>> = {
	banquets: (scope) => listBanquets(db, scope, today, {}, below),
	'banquets of a year': (scope) => listBanquets(db, scope, today, { year: 2025 }, below),
	'banquets of an occasion': (scope) => listBanquets(db, scope, today, { occasion: 'wedding' }, below),
	'banquets called off': (scope) => listBanquets(db, scope, today, { state: 'cancelled' }, below),
	'banquets that took place': (scope) => listBanquets(db, scope, today, { state: 'took-place' }, below),
	'banquets that are open': (scope) => listBanquets(db, scope, today, { state: 'overdue' }, below),
	'years of banquets': (scope) => findBanquetYears(db, scope),
	dissuasions: (scope) => listDissuasions(db, scope, { state: 'confirmed' }, below),
	'dissuasions that wait': (scope) => listDissuasions(db, scope, { state: 'waiting' }),
	activities: (scope) => listActivities(db, scope, {}, below),
	'activities of a kind': (scope) => listActivities(db, scope, { kind: 'slogan', year: 2025 }, below),
	'activities struck out': (scope) => listActivities(db, scope, { isRemoved: true }, below),
	cases: (scope) => listCases(db, { scope, today }, { below: { key: '02026-01-01', id: 'x' } }),
	'cases that are overdue': (scope) => listCases(db, { scope, today, filter: { state: 'overdue', kind: 'dispute' } }),
	'cases of a year': (scope) => listCases(db, { scope, today, filter: { year: 2025 } }),
	'cases struck out': (scope) => listCases(db, { scope, today, filter: { isRemoved: true } }),
	'years of activities': (scope) => listActivityYears(db, scope),
	pledges: (scope) => listPledges(db, scope, {}, below),
	'pledges withdrawn': (scope) => listPledges(db, scope, { isWithdrawn: true, audience: 'household' }, below),
	'past events': (scope) => listEvents(db, { scope, view: 'past', now: 9, cursor: since }),
	'the audit trail': (scope) => listAuditEntries(db, { scope, isWhole: true, cursor: since }),
	'acts of a kind': (scope) => listAuditEntries(db, { scope, isWhole: true, verb: 'addUnit', cursor: since }),
	messages: (scope) => listMessages(db, scope, 'sent', since),
	'a file of banquets': (scope) => eachBanquet(db, narrowed(scope)).next(),
	'a file of dissuasions': (scope) => eachDissuasion(db, narrowed(scope)).next(),
	'a file of activities': (scope) => eachActivity(db, { scope, year: 2025 }).next(),
	'a file of cases': (scope) => eachCase(db, { scope, year: 2025 }).next(),
	'a file of pledges': (scope) => eachPledge(db, narrowed(scope)).next(),
	'a file of events': (scope) => eachEvent(db, narrowed(scope)).next(),
	'a file of sign-ups': (scope) => eachSignup(db, { ...narrowed(scope), eventId: null }).next(),
	'a file of acts': (scope) => eachAct(db, { ...narrowed(scope), isWhole: true }).next()
};

const counts: Record<string, (scope: string) => Promise<unknown>> = {
	banquets: (scope) => countBanquets(db, scope, today, { state: 'held', year: 2025 }),
	dissuasions: (scope) => countDissuasions(db, scope, { state: 'confirmed' }),
	activities: (scope) => sumActivities(db, { scope, kinds: activityKinds, filter: { year: 2025 } }),
	'activities struck out': (scope) => sumActivities(db, { scope, kinds: activityKinds, filter: { isRemoved: true } }),
	cases: (scope) => countCases(db, { scope, today, filter: { state: 'open' } }),
	pledges: (scope) => countPledges(db, scope, { audience: 'household', isWithdrawn: false }),
	'a month of banquets': async (scope) => {
		const reach = (await readReach(db, scope))!;
		return listBanquetsPlanned(db, reach, { fromOn: '2026-03-01', toOn: '2026-03-31' }, 3);
	},
	'cancelled events': (scope) => listEvents(db, { scope, view: 'cancelled', now: 9, kind: 'lecture' }),
	'events to come': (scope) => listEvents(db, { scope, view: 'upcoming', now: 9 }),
	events: (scope) => Promise.all(eventViews.map(() => countEvents(db, { scope, now: 9 }))),
	messages: (scope) => countMessages(db, scope)
};

/** How SQLite reads what was asked for since, a line a step. */
const plans = () =>
	planOf(
		town.url,
		asked.filter(({ sql }) => /^\s*(select|with)/i.test(sql))
	);

/** Tables that grow with the years. */
const ledgers =
	/^SCAN "?(banquets|banquet_outcomes|dissuasions|activities|cases|pledges|events|slots|signups|audit_entries|messages)\b/;

const isWholeTable = (step: string) => ledgers.test(step) && !step.includes('INDEX');
const isSorted = (step: string) => /TEMP B-TREE FOR ORDER BY/.test(step);

describe('of the whole town', () => {
	test.each(Object.keys(lists))('%s are read in their order, without being sorted', async (name) => {
		await lists[name]!(town.units.town);
		const steps = await plans();
		expect(steps.filter(isSorted)).toEqual([]);
		expect(steps.filter(isWholeTable)).toEqual([]);
	});

	test.each(Object.keys(counts))('%s are counted by an index', async (name) => {
		await counts[name]!(town.units.town);
		expect((await plans()).filter(isWholeTable)).toEqual([]);
	});
});

describe('of a village', () => {
	test.each([...Object.keys(lists)])('%s are found by its units', async (name) => {
		await lists[name]!(town.units.sanxing);
		expect((await plans()).filter(isWholeTable)).toEqual([]);
	});
});

describe('what is in force', () => {
	test.each([
		['the pledge of a telephone', 'pledges_one_in_force', () => findPledgeInForce(db, 'x', today)],
		['who has a shift', 'shift_claims_once', () => listHolders(db, 'x')],
		['the feed of an account', 'shift_feeds_one', () => findFeedOf(db, 'x')]
	] as const)('%s is found by the index of such rows', async (_, index, ask) => {
		await ask();
		expect((await plans()).join('\n')).toContain(index);
	});
});

describe('of a town among others', () => {
	beforeAll(async () => {
		const unit = (name: string, parentId: string | null) => {
			const own = { id: town.ctx.newId(), name, parentId, validFromOn: '2020-01-01', at: 0 };
			return { ...own, kind: parentId ? ('village' as const) : ('town' as const) };
		};
		const villages = Array.from({ length: 70 }, (_, nth) => unit(`第${nth}村`, town.units.town));
		await town.ctx.db.insert(units).values([unit('邻镇', null), ...villages]);
	});

	test('it has many units, and is not all there is', async () => {
		expect(await readReach(db, town.units.town)).toEqual({ unitId: town.units.town, of: 'many' });
		expect(await readReach(db, town.units.town, town.units.sanxing)).toMatchObject({ of: 'few' });
		expect(await readReach(db, town.units.sanxing, town.units.hesha), 'not within').toBeNull();
	});

	test.each(Object.keys(lists).filter((name) => name !== 'messages'))(
		'%s are read in their order, without being sorted',
		async (name) => {
			await lists[name]!(town.units.town);
			expect((await plans()).filter(isSorted)).toEqual([]);
		}
	);
});
