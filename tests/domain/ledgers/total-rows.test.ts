import { describe, expect, test } from 'vitest';
import { readRow, type RowTexts } from '../../../src/lib/domain/ledgers/ledger-row';
import type { Ledger } from '../../../src/lib/domain/ledgers/ledgers';
import { reading } from './row-reading';

const faults = (ledger: Ledger, texts: RowTexts) =>
	readRow(ledger, texts, reading).faults.map(({ column, fault }) => `${column}: ${fault}`);

describe('a full row that is a total', () => {
	test.each(['合计', '小计', '总计', '共计', '累计', '合 计', '三星村合计', '（合计）'])(
		'is asked about: %s',
		(host) => {
			const row = { host, occasion: '结婚', plannedOn: '2024-03-05', tablesPlanned: '28' };
			expect(faults('banquets', row)).toEqual(['host: says-total']);
			expect(readRow('banquets', row, reading).values.host).toBeUndefined();
		}
	);

	test('is asked about in whatever tells what a row is of', () => {
		const work = { kind: '院坝会', on: '2024-05-20', subject: '合计', responsible: '刘干部' };
		expect(faults('activities', work)).toEqual(['subject: says-total']);
		for (const subject of ['全年宣传累计到户二百家', '核对各村上半年宴席桌数合计'])
			expect(faults('activities', { ...work, subject })).toEqual([]);
		expect(faults('elders', { name: '总计', sex: '男', birth: '1940-01-01' })).toContain('name: says-total');
		expect(faults('activities', { ...work, subject: '院坝会', note: '合计' })).toEqual([]);
	});
});
