import { describe, expect, test } from 'vitest';
import { decideCaseRow, inferState } from '../../../src/lib/domain/ledgers/case-row';
import type { RowValues } from '../../../src/lib/domain/ledgers/ledger-row';

const row: RowValues = { caseKind: 'dispute', receivedOn: '2024-03-01', matter: '院坝边界' };
const decided = (values: RowValues) => decideCaseRow({ ...row, ...values }, { today: '2024-12-31' });
const faults = (values: RowValues) => {
	const made = decided(values);
	return 'faults' in made ? made.faults.map(({ column, fault }) => `${column}: ${fault}`) : [];
};

describe('a row of the ledger of cases', () => {
	test('is an open case of the village where it says no more', () => {
		expect(decided({})).toEqual({
			facts: {
				kind: 'dispute',
				level: 'village',
				receivedOn: '2024-03-01',
				dueOn: null,
				matter: '院坝边界',
				settledOn: null,
				result: ''
			}
		});
	});

	test('may be received, due and settled on one day, today too', () => {
		expect(faults({ settleBy: '2024-03-01', settledOn: '2024-03-01' })).toEqual([]);
		expect(faults({ settleBy: '2027-03-01' })).toEqual([]);
		const today = '2024-12-31';
		expect(faults({ receivedOn: today, settleBy: today, settledOn: today })).toEqual([]);
		expect(decided({ settledOn: today })).toMatchObject({ facts: { settledOn: today, result: '' } });
	});

	test('is settled on the day that it names', () => {
		const made = decided({ settledOn: '2024-03-09', settlement: '和解' });
		expect(made).toMatchObject({ facts: { settledOn: '2024-03-09', result: '和解' } });
		expect(faults({ settledOn: '2024-03-09', caseState: 'settled' })).toEqual([]);
	});

	test.each([
		['a word of success without a day', { caseState: 'settled' }, ['settledOn: missing']],
		['a day beside 未化解', { caseState: 'open', settledOn: '2024-03-09' }, ['caseState: contradicts-day']],
		['a result that says neither', { settlement: '双方签了协议' }, ['caseState: missing']],
		['a call without a due day', { caseKind: 'call' }, ['settleBy: missing']],
		['an incident without a level', { caseKind: 'incident', settleBy: '2024-03-04' }, ['level: missing']],
		['a due day before it was received', { settleBy: '2024-02-29' }, ['settleBy: day-before-received']],
		['a due day years after it was received', { settleBy: '2027-03-02' }, ['settleBy: due-too-far']],
		['a due day without end', { settleBy: '9999-12-31' }, ['settleBy: due-too-far']],
		['settled before it was received', { settledOn: '2024-02-29' }, ['settledOn: day-before-received']],
		['settled on a day to come', { settledOn: '2025-01-01' }, ['settledOn: date-in-future']],
		['received on a day to come', { receivedOn: '2025-01-01' }, ['receivedOn: date-in-future']],
		['days alone', { receivedOn: undefined, settleBy: '2024-03-04', settledOn: '2024-03-09' }, ['receivedOn: missing']],
		[
			'nothing',
			{ caseKind: undefined, receivedOn: undefined, matter: undefined },
			['caseKind: missing', 'receivedOn: missing', 'matter: missing']
		]
	] as [string, RowValues, string[]][])('with %s is asked about', (_, values, expected) =>
		expect(faults(values)).toEqual(expected)
	);

	test('that is still in hand may say how far it is', () => {
		expect(decided({ caseState: 'open', settlement: '正在协商' })).toMatchObject({
			facts: { settledOn: null, result: '' }
		});
	});

	test.each([
		[{ caseState: 'open', settledOn: '2024-03-09' }, 'caseState', ['settledOn']],
		[{ caseState: 'settled' }, 'settledOn', ['caseState']],
		[{ settledOn: '2024-02-29' }, 'settledOn', ['receivedOn']],
		[{ settleBy: '2024-02-29' }, 'settleBy', ['receivedOn']],
		[{ caseKind: 'call' }, 'settleBy', ['caseKind']],
		[{ caseKind: 'incident', settleBy: '2024-03-04' }, 'level', ['caseKind']],
		[{ settleBy: '2027-03-02' }, 'settleBy', ['receivedOn']],
		[{ settlement: '双方签了协议' }, 'caseState', ['settledOn']]
	] as [RowValues, string, string[]][])('whose cells contradict offers each of them: %j', (values, column, others) => {
		const made = decided(values);
		expect('faults' in made && made.faults).toEqual([expect.objectContaining({ column, with: others })]);
	});

	test.each(['张三13800000000与李四吵架', '身份证 500101194803050011', '打 023-7123 4567 找他'])(
		'with a number of a person is refused: %s',
		(text) => {
			expect(faults({ matter: text })).toEqual(['matter: personal-number']);
			expect(faults({ settledOn: '2024-03-09', settlement: text })).toEqual(['settlement: personal-number']);
		}
	);
});

test('a case that says no state means that it is settled by its day', () => {
	expect(inferState({ settledOn: '2024-03-05' })).toBe('settled');
	expect(inferState({})).toBeNull();
	expect(inferState({ caseState: 'open', settledOn: '2024-03-05' })).toBeNull();
});
