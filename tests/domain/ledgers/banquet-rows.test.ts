import { describe, expect, it } from 'vitest';
import { decideBanquetRow, inferOutcome, originByHeading } from '../../../src/lib/domain/ledgers/banquet-row';
import type { RowValues } from '../../../src/lib/domain/ledgers/ledger-row';
import { refusedFor } from './row-reading';

const today = '2024-06-01';
const named = { host: '张三', occasion: 'wedding', plannedOn: '2024-03-05' };
const decide = (values: RowValues) => decideBanquetRow(values, { today, farthestDays: 30 });
/** What a row of a host, an occasion, a day and ten tables says, with other cells beside or in their place. */
const row = (values: RowValues) => decide({ ...named, tablesPlanned: 10, ...values });
const facts = (values: object) => ({ facts: expect.objectContaining(values) });
const outcome = (outcome: string, tablesHeld: number, endedOn = '2024-03-05') =>
	facts({ outcome: { outcome, endedOn, tablesHeld } });

describe('a row of the banquets', () => {
	it('that says no more than it must was found by a cadre on its day, for one meal', () => {
		expect(row({})).toEqual({
			facts: {
				...named,
				origin: 'found',
				phone: null,
				declaredOn: '2024-03-05',
				tablesPlanned: 10,
				meals: 1,
				pricePerTable: null,
				venue: '',
				caterer: '',
				hygiene: false,
				outcome: null
			}
		});
	});

	it('was declared by the household where it says so, or on which day', () => {
		expect(row({ declaredOn: '2024-02-20' })).toEqual(facts({ origin: 'declared' }));
		expect(row({ origin: 'declared' })).toEqual(facts({ origin: 'declared', declaredOn: '2024-03-05' }));
		expect(row({ origin: 'found', declaredOn: '2024-02-20' })).toEqual(facts({ origin: 'found' }));
		const headed = (heading: string) =>
			decideBanquetRow(
				{ ...named, tablesPlanned: 10, declaredOn: '2024-02-20' },
				{ today, farthestDays: 30 },
				originByHeading(heading)
			);
		for (const heading of ['', '报备日期', '申报时间', '备案日期', 'Declared on'])
			expect(headed(heading), heading).toEqual(facts({ origin: 'declared' }));
		for (const heading of ['发现日期', '登记日期', '登记时间'])
			expect(headed(heading), heading).toEqual(facts({ origin: 'found', declaredOn: '2024-02-20' }));
	});

	it('says all that its cells say', () => {
		const cells = { origin: 'found', phone: '13800001234', declaredOn: '2024-02-20', meals: 3, pricePerTable: 400 };
		const texts = { venue: '院坝', caterer: '李师傅' };
		expect(row({ ...cells, ...texts, hygiene: 'yes' })).toEqual(facts({ ...cells, ...texts, hygiene: true }));
		expect(row({ hygiene: 'no' })).toEqual(facts({ hygiene: false }));
	});

	it.each(['host', 'occasion', 'plannedOn'] as const)('needs %s', (column) => {
		expect(row({ [column]: undefined })).toEqual(refusedFor([column, 'missing']));
	});

	it('that lacks several is asked for all of them at once', () => {
		expect(decide({})).toEqual(refusedFor(['host', 'missing'], ['occasion', 'missing'], ['plannedOn', 'missing']));
		expect(decide({ ...named, declaredOn: '2024-06-02' })).toEqual(
			refusedFor(['declaredOn', 'date-in-future'], ['tablesPlanned', 'tables-missing', 'tablesHeld'])
		);
	});
});

describe('the days of a banquet', () => {
	it('to come was declared today', () => {
		expect(row({ plannedOn: '2024-06-20' })).toEqual(facts({ declaredOn: today }));
		expect(row({ plannedOn: today })).toEqual(facts({ declaredOn: today }));
	});

	it('are not declared in the future, nor planned too far ahead', () => {
		expect(row({ declaredOn: today })).toEqual(facts({ declaredOn: today }));
		expect(row({ declaredOn: '2024-06-02' })).toEqual(refusedFor(['declaredOn', 'date-in-future']));
		expect(row({ plannedOn: '2024-07-01' })).toEqual(facts({ plannedOn: '2024-07-01' }));
		expect(row({ plannedOn: '2024-07-02' })).toEqual(refusedFor(['plannedOn', 'planned-too-far']));
	});

	it('end with the planned one, with today where one to come was called off, or as the row says', () => {
		const off = { outcome: 'cancelled' };
		expect(row(off)).toEqual(outcome('cancelled', 0, '2024-03-05'));
		expect(row({ ...off, plannedOn: '2024-06-20' })).toEqual(outcome('cancelled', 0, today));
		expect(row({ ...off, endedOn: '2024-02-28' })).toEqual(outcome('cancelled', 0, '2024-02-28'));
		expect(row({ tablesHeld: 10, plannedOn: today })).toEqual(outcome('held', 10, today));
	});

	it('cannot have ended in the future: asked about where the row says it', () => {
		expect(row({ tablesHeld: 10, plannedOn: '2024-06-02' })).toEqual(
			refusedFor(['plannedOn', 'date-in-future', 'outcome'])
		);
		expect(row({ tablesHeld: 10, endedOn: '2024-06-02' })).toEqual(
			refusedFor(['endedOn', 'date-in-future', 'outcome'])
		);
	});

	it('that ended need an outcome', () => {
		expect(row({ endedOn: '2024-03-05' })).toEqual(refusedFor(['outcome', 'missing', 'endedOn']));
	});
});

describe('what came of a banquet', () => {
	it('is as many tables as were held: fewer than planned, or as many and more', () => {
		expect(row({ tablesHeld: 9 })).toEqual(outcome('reduced', 9));
		expect(row({ tablesHeld: 10 })).toEqual(outcome('held', 10));
		expect(row({ tablesHeld: 12 })).toEqual(outcome('held', 12));
	});

	it('is not guessed without tables, nor of none', () => {
		expect(row({})).toEqual(facts({ outcome: null }));
		expect(row({ tablesHeld: 0, plannedOn: '2024-06-02' })).toEqual(facts({ outcome: null }));
	});

	it('is nothing yet where the row says so, whether it is past or has no tables', () => {
		const open = (values: RowValues) => row({ outcome: 'open', ...values });
		for (const values of [
			{},
			{ tablesHeld: 0 },
			{ plannedOn: '2024-06-20' },
			{ plannedOn: '2024-06-20', tablesHeld: 0 }
		])
			expect(open(values)).toEqual(facts({ outcome: null }));
		const contradiction = refusedFor(['outcome', 'contradicts-open', 'endedOn', 'tablesHeld']);
		expect(open({ tablesHeld: 10 })).toEqual(contradiction);
		expect(open({ endedOn: '2024-03-05' })).toEqual(contradiction);
		expect(open({ endedOn: '2024-03-05', tablesHeld: 10 })).toEqual(contradiction);
	});

	it('of a past one with no tables is asked', () => {
		expect(row({ tablesHeld: 0 })).toEqual(refusedFor(['outcome', 'missing', 'tablesHeld']));
		expect(row({ tablesHeld: 0, plannedOn: today })).toEqual(refusedFor(['outcome', 'missing', 'tablesHeld']));
	});

	it('is asked where tables and outcome say different things: nothing is left out, and nothing invented', () => {
		const contradiction = refusedFor(['tablesHeld', 'contradicts-tables', 'outcome']);
		expect(row({ outcome: 'cancelled', tablesHeld: 9 })).toEqual(contradiction);
		expect(row({ outcome: 'held', tablesHeld: 0 })).toEqual(contradiction);
		expect(decide({ ...named, outcome: 'cancelled', tablesHeld: 9 })).toEqual(contradiction);
		expect(row({ outcome: 'cancelled', tablesHeld: 0 })).toEqual(outcome('cancelled', 0));
		expect(row({ outcome: 'held', tablesHeld: 1 })).toEqual(outcome('held', 1));
		expect(row({ outcome: 'cancelled', tablesHeld: 1 })).toEqual(contradiction);
	});

	it('tells of tables planned where the row has those held alone', () => {
		expect(decide({ ...named, tablesHeld: 8 })).toEqual(facts({ tablesPlanned: 8 }));
		expect(decide({ ...named, tablesHeld: 8 })).toEqual(outcome('held', 8));
		expect(decide(named)).toEqual(refusedFor(['tablesPlanned', 'tables-missing', 'tablesHeld']));
		expect(decide({ ...named, tablesHeld: 0 })).toEqual(
			refusedFor(['tablesPlanned', 'tables-missing', 'tablesHeld'], ['outcome', 'missing', 'tablesHeld'])
		);
	});

	it('as planned has the tables planned unless it says others, called off has none', () => {
		expect(row({ outcome: 'held' })).toEqual(outcome('held', 10));
		expect(row({ outcome: 'held', tablesHeld: 7 })).toEqual(outcome('held', 7));
		expect(row({ outcome: 'cancelled' })).toEqual(outcome('cancelled', 0));
	});

	it('as a meal of the family may have tables', () => {
		expect(row({ outcome: 'family-meal' })).toEqual(outcome('family-meal', 0));
		expect(row({ outcome: 'family-meal', tablesHeld: 2 })).toEqual(outcome('family-meal', 2));
	});

	it('as smaller needs fewer tables than planned, but some', () => {
		expect(row({ outcome: 'reduced', tablesHeld: 9 })).toEqual(outcome('reduced', 9));
		expect(row({ outcome: 'reduced' })).toEqual(refusedFor(['tablesHeld', 'missing', 'outcome']));
		expect(row({ outcome: 'reduced', tablesHeld: 10 })).toEqual(
			refusedFor(['tablesHeld', 'tables-not-reduced', 'tablesPlanned', 'outcome'])
		);
		expect(row({ outcome: 'reduced', tablesHeld: 0 })).toEqual(
			refusedFor(['tablesHeld', 'number-out-of-range', 'outcome'])
		);
	});
});

it('a row that says no outcome means one by its tables', () => {
	expect(inferOutcome({ tablesHeld: 8, tablesPlanned: 10 })).toBe('reduced');
	expect(inferOutcome({ tablesHeld: 10, tablesPlanned: 10 })).toBe('held');
	expect(inferOutcome({ tablesHeld: 8 })).toBe('held');
	expect(inferOutcome({ tablesHeld: 0, tablesPlanned: 10 })).toBeNull();
	expect(inferOutcome({ tablesPlanned: 10 })).toBeNull();
	expect(inferOutcome({ tablesHeld: 8, tablesPlanned: 10, outcome: 'held' })).toBeNull();
});
