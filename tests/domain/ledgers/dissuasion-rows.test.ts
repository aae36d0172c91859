import { describe, expect, it } from 'vitest';
import { decideDissuasionRow } from '../../../src/lib/domain/ledgers/dissuasion-row';
import type { RowValues } from '../../../src/lib/domain/ledgers/ledger-row';
import { refusedFor } from './row-reading';

const named = { host: '张三', wentOn: '2024-05-20', dissuasion: 'cancelled' };
const row = (values: RowValues) =>
	decideDissuasionRow({ ...named, ...values }, { today: '2024-06-01', farthestDays: 30 });
const facts = (values: object) => ({ facts: expect.objectContaining(values) });

describe('a row of the dissuasions', () => {
	it('that says no more than it must is of one visit, and leaves the banquet to be found', () => {
		expect(row({})).toEqual({
			facts: {
				host: '张三',
				phone: null,
				occasion: null,
				plannedOn: null,
				tablesPlanned: null,
				wentOn: '2024-05-20',
				visits: 1,
				outcome: 'cancelled',
				note: ''
			}
		});
	});

	it('says all that its cells say', () => {
		const cells = {
			...{ phone: '13800001234', occasion: 'school', plannedOn: '2024-05-25' },
			...{ tablesPlanned: 12, visits: 3, note: '答应不办' }
		};
		expect(row({ ...cells, dissuasion: 'went-ahead' })).toEqual(facts({ ...cells, outcome: 'went-ahead' }));
	});

	it.each(['host', 'wentOn', 'dissuasion'] as const)('needs %s', (column) => {
		expect(row({ [column]: undefined })).toEqual(refusedFor([column, 'missing']));
	});

	it('is of a visit that took place, on the day of the banquet at the latest', () => {
		expect(row({ wentOn: '2024-06-01' })).toEqual(facts({ wentOn: '2024-06-01' }));
		expect(row({ wentOn: '2024-06-02' })).toEqual(refusedFor(['wentOn', 'date-in-future']));
		expect(row({ plannedOn: '2024-05-20' })).toEqual(facts({ plannedOn: '2024-05-20' }));
		expect(row({ plannedOn: '2024-05-19' })).toEqual(refusedFor(['wentOn', 'went-after-banquet', 'plannedOn']));
	});

	it('is of a visit that led to something', () => {
		expect(row({ dissuasion: 'open' })).toEqual(refusedFor(['dissuasion', 'outcome-open']));
	});

	it('is of no banquet too far ahead', () => {
		expect(row({ plannedOn: '2024-07-01' })).toEqual(facts({ plannedOn: '2024-07-01' }));
		expect(row({ plannedOn: '2024-07-02' })).toEqual(refusedFor(['plannedOn', 'planned-too-far']));
		expect(row({ plannedOn: '2024-07-02', wentOn: undefined })).toEqual(
			refusedFor(['wentOn', 'missing'], ['plannedOn', 'planned-too-far'])
		);
	});
});
