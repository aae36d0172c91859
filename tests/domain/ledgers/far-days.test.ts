import { expect, test } from 'vitest';
import { readRow, type RowTexts } from '../../../src/lib/domain/ledgers/ledger-row';
import type { LedgerColumn } from '../../../src/lib/domain/ledgers/ledgers';
import { reading } from './row-reading';

const asked = (ledger: 'banquets' | 'dissuasions' | 'cases', texts: RowTexts, sure: LedgerColumn[] = []) =>
	readRow(ledger, texts, reading, sure).faults.flatMap(({ column, fault, with: others }) =>
		fault === 'day-far' ? [`${column} from ${others!.join()}`] : []
	);

test('the result of a banquet is asked about where it lies far from the planned day, of one that was called off further', () => {
	const ended = (endedOn: string, outcome?: string) =>
		asked('banquets', { plannedOn: '2024-11-12', endedOn, ...(outcome && { outcome }) });
	const far = ['endedOn from plannedOn'];
	expect(ended('2023-11-12', '如期')).toEqual(far);
	expect(ended('2024-10-01', '缩减')).toEqual(far);
	expect(ended('2024-10-01')).toEqual(far);
	expect(ended('2024-10-01', '取消')).toEqual([]);
	expect(ended('2024-10-01', '改家庭聚餐')).toEqual([]);
	expect(ended('2023-11-12', '取消')).toEqual(far);
	expect(ended('2024-11-15', '如期')).toEqual([]);
	expect(asked('banquets', { plannedOn: '2024-11-12', endedOn: '2023-11-12' }, ['endedOn'])).toEqual([]);
	expect(asked('banquets', { endedOn: '2023-11-12' })).toEqual([]);
	expect(asked('banquets', { plannedOn: '2024-11-12' })).toEqual([]);
});

test('a declaration, a visit and a settlement are asked about far from the planned day, or the day of receipt', () => {
	const plannedOn = '2024-11-12';
	expect(asked('banquets', { plannedOn, declaredOn: '2023-11-10' })).toEqual(['declaredOn from plannedOn']);
	expect(asked('banquets', { plannedOn, declaredOn: '2024-11-01' })).toEqual([]);
	expect(asked('dissuasions', { plannedOn, wentOn: '2023-11-10' })).toEqual(['wentOn from plannedOn']);
	expect(asked('dissuasions', { plannedOn, wentOn: '2024-11-10' })).toEqual([]);
	const receivedOn = '2023-03-01';
	expect(asked('cases', { receivedOn, settledOn: '2024-03-03' })).toEqual(['settledOn from receivedOn']);
	expect(asked('cases', { receivedOn, settledOn: '2023-04-01' })).toEqual([]);
});
