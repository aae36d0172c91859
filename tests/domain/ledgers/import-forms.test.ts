import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { importSettleForm } from '$lib/forms/ledgers/import-rows';

const [id, runsId, decisionsId, columnsId] = [1, 2, 3, 4].map((nth) => `01900000-0000-7000-8000-00000000000${nth}`);
const settle = (typed: Record<string, string | undefined>) =>
	v.parse(importSettleForm({ ledger: 'banquets', headings: ['户主', '备注', '哪天'] }), {
		...{ runsId, decisionsId, columnsId },
		...typed,
		id
	});

describe('the form of the columns', () => {
	it('names a column for each heading of the file, and none that the ledger does not have', () => {
		const typed = { year: '2024', villageId: '', 'column.0': 'host', 'column.1': 'nothing', 'column.3': 'venue' };
		expect(settle(typed).columns).toEqual({
			id: columnsId,
			isReadAgain: false,
			year: 2024,
			villageId: null,
			calendar: null,
			columns: ['host', null, null]
		});
		expect(settle({ columns: 'yes' }).columns.isReadAgain, 'every row is to be read again').toBe(true);
	});
});

describe('the form of corrected rows', () => {
	it('takes texts by row and column, those for all rows alike, and rows to leave out', () => {
		const typed = {
			id,
			'text.7.host': ' 张三 ',
			'text.7.venue': '院坝',
			'text.9.host': '李四',
			'out.9': 'yes',
			'from.7.venue': '坝子',
			'all.7.venue': 'yes',
			'text.0.host': 'no such row',
			'text.8.nothing': 'no such column'
		};
		expect(settle(typed).texts).toEqual({
			id,
			rows: [{ nth: 7, texts: { host: '张三', venue: '院坝' } }],
			alike: [{ column: 'venue', from: '坝子', to: '院坝' }],
			remember: [],
			sure: [],
			sureOf: [],
			leave: [9]
		});
	});

	it('sends what did not change as nothing, so that it stands in the way of no other answer', () => {
		const typed = {
			id,
			'text.7.outcome': '如期办理',
			'from.7.outcome': '照样整',
			'all.7.outcome': 'yes',
			'keep.7.outcome': 'yes',
			'text.8.outcome': '照样整',
			'from.8.outcome': '照样整',
			'text.9.plannedOn': '2004-03-05',
			'from.9.plannedOn': '2004-03-05',
			'sure.9.plannedOn': 'yes',
			'right.weekday-differs': 'yes',
			'right.missing': 'yes'
		};
		expect(settle(typed).texts).toEqual({
			id,
			rows: [{ nth: 7, texts: { outcome: '如期办理' } }],
			alike: [{ column: 'outcome', from: '照样整', to: '如期办理' }],
			remember: [{ column: 'outcome', word: '照样整', means: '如期办理' }],
			sure: [{ nth: 9, column: 'plannedOn' }],
			sureOf: ['weekday-differs'],
			leave: []
		});
	});
});

describe('the form of blank cells', () => {
	it('has an answer for each run, and one for all others', () => {
		const typed = { id, 'run.village.7': 'same', 'run.group.9': 'blank', 'run.nothing.9': 'same', every: 'same' };
		expect(settle(typed).runs).toEqual({
			id: runsId,
			answers: [
				{ column: 'village', above: 7, isSame: true },
				{ column: 'group', above: 9, isSame: false }
			],
			others: true
		});
	});
});

describe('the form of decisions', () => {
	it('is of single rows', () => {
		const typed = { id, 'row.3': 'take', 'row.4': 'leave', 'row.5': 'ask', 'row.x': 'take', show: 'wrong' };
		const decisions = { take: [3], leave: [4], ask: [5] };
		expect(settle(typed)).toMatchObject({ decisions: { id: decisionsId, decisions }, show: 'wrong' });
	});

	it('and of all others in a state', () => {
		const of = (every: string, rows = {}) => settle({ ...rows, every }).decisions.decisions;
		const others = { state: 'doubtful', decision: 'leave' };
		expect(of('doubtful:leave')).toEqual({ take: [], leave: [], ask: [], others });
		expect(of('doubtful:leave', { 'row.3': 'take' })).toEqual({ take: [3], leave: [], ask: [], others });
		expect(of('doubtful:')).toMatchObject({ others: { state: 'doubtful', decision: null } });
		expect(of('nothing:take')).toEqual({ take: [], leave: [], ask: [] });
	});
});
