import { describe, expect, it } from 'vitest';
import { nothingAdded } from '../../../src/lib/domain/activities/added-work';
import { decideActivityRow } from '../../../src/lib/domain/ledgers/activity-row';
import type { RowValues } from '../../../src/lib/domain/ledgers/ledger-row';

const named = { kind: 'villagers-meeting', on: '2024-05-20', subject: '人居环境', responsible: '刘干部' };
const decide = (values: RowValues) =>
	decideActivityRow(values, { today: '2024-06-15', farthestDays: 30 }, nothingAdded);
const row = (values: RowValues) => decide({ ...named, ...values });
const zero = (values: RowValues) =>
	decide({ kind: 'checked-zero', responsible: '刘干部', zeroMonth: '2024-05', ...values });
const facts = (values: object) => ({ facts: expect.objectContaining(values) });
const faults = (...faults: [string, string][]) => ({
	faults: faults.map(([column, fault]) => expect.objectContaining({ column, fault }) as object)
});

describe('a row of the work ledger', () => {
	it('that says no more than it must is one of its kind', () => {
		expect(row({})).toEqual({
			facts: {
				kind: 'villagers-meeting',
				doneOn: '2024-05-20',
				subject: '人居环境',
				place: '',
				audience: '',
				quantity: 1,
				result: '',
				responsible: '刘干部',
				evidence: '',
				note: '',
				zeroKind: null,
				zeroMonth: null
			}
		});
	});

	it('says all that its cells say', () => {
		const cells = { place: '村委会', audience: '村民', quantity: 2, result: '通过', evidence: '照片', note: '雨天' };
		expect(row(cells)).toEqual(facts({ ...cells, zeroKind: null, zeroMonth: null }));
	});

	it('that says of which month there was none is asked about, for it is of another kind', () => {
		expect(row({ zeroKind: 'banquet', zeroMonth: '2024-04' })).toEqual(
			faults(['zeroKind', 'contradicts-kind'], ['zeroMonth', 'contradicts-kind'])
		);
	});

	it.each(['kind', 'on', 'subject', 'responsible'] as const)('needs %s', (column) => {
		expect(row({ [column]: undefined })).toEqual(faults([column, 'missing']));
	});

	it('is not from a day to come', () => {
		expect(row({ on: '2024-06-15' })).toEqual(facts({ doneOn: '2024-06-15' }));
		expect(row({ on: '2024-06-16' })).toEqual(faults(['on', 'date-in-future']));
	});

	it('of slogans and boards says how many, as their number is what counts', () => {
		for (const kind of ['slogan', 'defence-board']) {
			expect(row({ kind })).toEqual(faults(['quantity', 'missing']));
			expect(row({ kind, quantity: 3 })).toEqual(facts({ quantity: 3 }));
		}
	});

	it('is never of none: a zero is a kind of its own', () => {
		expect(row({ quantity: 0 })).toEqual(faults(['quantity', 'number-out-of-range']));
	});
});

describe('a row that says a month had none', () => {
	it('is of complaints unless it says otherwise, from today, without subject and number', () => {
		expect(zero({ quantity: 5 })).toEqual(faults(['quantity', 'contradicts-zero']));
		expect(zero({ subject: '零投诉' })).toEqual(
			facts({ doneOn: '2024-06-15', subject: '', quantity: 0, zeroKind: 'complaint', zeroMonth: '2024-05' })
		);
		expect(zero({ zeroKind: 'banquet', on: '2024-06-02', quantity: 0 })).toEqual(
			facts({ zeroKind: 'banquet', doneOn: '2024-06-02', quantity: 0 })
		);
	});

	it('says who looked it through, and the month', () => {
		expect(zero({ responsible: undefined })).toEqual(faults(['responsible', 'missing']));
		expect(zero({ zeroMonth: undefined })).toEqual(faults(['zeroMonth', 'zero-incomplete']));
	});

	it('is of a month that is over: from its last day on', () => {
		expect(zero({ zeroMonth: '2024-06' })).toEqual(faults(['zeroMonth', 'month-not-over']));
		const atEnd = decideActivityRow(
			{ kind: 'checked-zero', responsible: '刘干部', zeroMonth: '2024-06' },
			{ today: '2024-06-30', farthestDays: 30 },
			nothingAdded
		);
		expect(atEnd).toEqual(facts({ zeroMonth: '2024-06' }));
	});

	it('is not from a day to come either', () => {
		expect(zero({ on: '2024-06-16' })).toEqual(faults(['on', 'date-in-future']));
	});
});
