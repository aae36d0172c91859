import { describe, expect, test } from 'vitest';
import type { WordedAct } from '../../../src/lib/ui/audit/record-life';
import { banquetFacts, type RecordedBanquet } from '../../../src/lib/ui/banquets/banquet-facts';
import { banquetActText } from '../../../src/lib/ui/banquets/banquet-life';
import { caseActText } from '../../../src/lib/ui/cases/case-life';

const act = (verb: string, over: Partial<WordedAct>): WordedAct => ({
	id: '1',
	at: 0,
	verb,
	reason: null,
	by: { kind: 'visitor' },
	detail: {},
	changes: [],
	...over
});

const declared: RecordedBanquet = {
	hostName: '张**',
	hostPhone: null,
	origin: 'declared',
	declaredOn: '2026-12-01',
	plannedOn: '2026-12-20',
	meals: 2,
	tablesPlanned: 20,
	pricePerTable: null,
	venue: '',
	caterer: '',
	isHygieneCertificateSeen: false,
	isOwnWord: true,
	outcome: null
};

describe('the life of a banquet', () => {
	test('has its days and its ticks in words', () => {
		const moved = { field: 'plannedOn', before: '2026-12-20', after: '2027-01-20' };
		expect(banquetActText(act('correctOwnBanquet', { changes: [moved] }))).toContain(
			'由“2026年12月20日”改为“2027年1月20日”'
		);
		const seen = { field: 'isHygieneCertificateSeen', before: 0, after: 1 };
		expect(banquetActText(act('correctBanquet', { changes: [seen] }))).toContain('由“未查看”改为“已查看”');
		for (const text of [
			banquetActText(act('recordVisit', { detail: { wentOn: '2026-12-02' } })),
			banquetActText(act('recordOutcome', { detail: { outcome: 'held', endedOn: '2026-12-02', tablesHeld: 3 } })),
			banquetActText(act('recordDissuasion', { detail: { outcome: 'cancelled', wentOn: '2026-12-02', visits: 2 } })),
			caseActText(act('settleCase', { detail: { settledOn: '2026-12-02' } }))
		])
			expect(text).toContain('2026年12月2日');
	});

	test('is worded for the household as its own form is', () => {
		const terms = (reader: 'desk' | 'household') => banquetFacts(declared, reader).map(({ term }) => term);
		expect(terms('household')).toEqual(expect.arrayContaining(['主家姓名', '怎么登记的', '报备日期']));
		expect(terms('desk')).toEqual(expect.arrayContaining(['户主姓名', '怎么知道的', '报备日期']));
		expect(banquetFacts({ ...declared, origin: 'found' }).map(({ term }) => term)).toContain('发现日期');
		const named = { field: 'hostName', before: '张**' };
		expect(banquetActText(act('correctOwnBanquet', { changes: [named] }), 'household')).toContain('主家姓名');
	});
});
