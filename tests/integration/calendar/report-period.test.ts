import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { choosePeriod } from '../../../src/lib/server/figures/report-period';
import { ledgerOf } from '../rows/ledger-rows';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => {
	town = await openTestTown();
	await ledgerOf(town).activity('slogan', 'sanxing', '2024-02-10');
});
afterEach(() => town.close());

const choose = (query: string, today = '2026-03-02') =>
	choosePeriod(town.ctx.db, { scope: town.units.town, query: new URLSearchParams(query), today });

describe('the period of a page of trends', () => {
	it('is the last whole year with work of the town unless asked otherwise', async () => {
		expect((await choose('')).asked).toEqual({ kind: 'year', year: 2024 });
	});

	it.each([
		['year=2024&quarter=2', '2024-04-01', '2024-06-30', '2023-04-01', '2023-06-30'],
		['year=2024&quarter=2&compare=period-before', '2024-04-01', '2024-06-30', '2024-01-01', '2024-03-31'],
		['year=2024&month=3', '2024-03-01', '2024-03-31', '2023-03-01', '2023-03-31'],
		['year=2024&month=3&compare=period-before', '2024-03-01', '2024-03-31', '2024-02-01', '2024-02-29'],
		['from=2023-11&to=2024-02', '2023-11-01', '2024-02-29', '2022-11-01', '2023-02-28'],
		['year=2026', '2026-01-01', '2026-03-02', '2025-01-01', '2025-03-02'],
		['year=2026&month=3', '2026-03-01', '2026-03-02', '2025-03-01', '2025-03-02']
	])('%s is %s to %s, against %s to %s', async (query, from, to, earlier, until) => {
		const { periods, errors } = await choose(query);
		expect(periods.now).toEqual({ fromOn: from, toOn: to });
		expect(periods.before).toEqual({ fromOn: earlier, toOn: until });
		expect(errors).toEqual({});
	});

	it.each([
		['', false],
		['year=', false],
		['year=2024', false],
		['year=2024&quarter=2', false],
		['year=2026&month=3', false],
		['from=2023-11&to=2024-02', false],
		['year=2027', true],
		['year=abc', true],
		['year=1999', true],
		['year=2024&quarter=5', true],
		['year=2026&month=4', true]
	])('is another one than %s asks for: %s', async (query, isOther) => {
		expect((await choose(query)).isOther).toBe(isOther);
	});

	it.each([
		['from=2024-03', { to: 'month-missing' }],
		['from=abc&to=2024-03', { from: 'month-wrong' }],
		['from=2024-05&to=2024-03', { to: 'range-backwards' }],
		['from=2019-01&to=2024-03', { to: 'range-too-long' }],
		['from=2027-01&to=2027-03', { from: 'range-ahead' }]
	])('%s is answered at the field, keeps what was typed, and shows the year', async (query, errors) => {
		const found = await choose(query);
		expect(found.errors).toEqual(errors);
		expect(found.typed.from).toBe(new URLSearchParams(query).get('from'));
		expect(found.asked.kind).toBe('year');
	});

	it.each([
		'year=2024&quarter=5',
		'year=2024&month=13',
		'year=2026&month=9',
		'year=2026&quarter=4',
		'year=1800',
		'year=abc'
	])('%s asks for nothing there is, and shows a year', async (query) => {
		expect((await choose(query)).asked.kind).toBe('year');
	});
});
