import { describe, expect, it } from 'vitest';
import { printedOtherwise } from '../../../src/lib/domain/reviews/printed-report';
import type { ReportReading } from '../../../src/lib/domain/reviews/report-figure';
import { readReportText } from '../../../src/lib/domain/reviews/report-text';
import { typedNumbersIn, typedWithheld } from '../../../src/lib/domain/reviews/typed-numbers';
import { ofSoftware } from '../figures/registries';
import { print, text } from './report-words';

const known: ReportReading = { value: 8, previous: 4, target: 10, previousTarget: 10 };
const few: ReportReading = { ...known, value: null, withheld: { value: 'few' } };
const unlike: ReportReading = { ...known, previous: null, withheld: { previous: 'withdrawn' } };

describe('a withheld number', () => {
	it.each([
		['{{献血人次}}', few, '少于3人次'],
		['{{献血人次|数}}', few, '少于3'],
		['{{献血人次|约数}}', few, '少于3人次'],
		['{{献血人次|零}}', few, '少于3人次'],
		['{{献血人次|去年}}', few, '4人次'],
		['{{献血人次|目标}}', few, '10人次'],
		['{{献血人次|完成率}}', few, '（不单列）'],
		['{{献血人次|增减}}', few, '（不单列）'],
		['{{献血人次}}', { ...known, value: null, withheld: { value: 'hidden' } }, '（不单列）'],
		['{{献血人次}}', { ...known, value: null, withheld: { value: 'unreleased' } }, '（未公布）'],
		['{{献血人次}}', unlike, '8人次'],
		['{{献血人次|完成率}}', unlike, '80%'],
		['{{献血人次|去年}}', unlike, '（已撤回，待更正）'],
		['{{献血人次|升降}}', unlike, '（已撤回，待更正）'],
		['{{献血人次|百分点}}', unlike, '（已撤回，待更正）'],
		['{{献血人次|增减}}', { ...few, withheld: { value: 'few', previous: 'withdrawn' } }, '（已撤回，待更正）']
	] as const)('%s of %o reads %s', (body, given, expected) => {
		expect(text(body, [['blood-donations', given]])).toEqual([expected]);
	});

	it('of a whole gives no rate of it', () => {
		const rate = text('{{矛盾纠纷化解|率}}', [
			['disputes-settled', known],
			['disputes-received', { ...known, value: null, withheld: { value: 'withdrawn' } }]
		]);
		expect(rate).toEqual(['（已撤回，待更正）']);
	});

	it('is not missing', () => {
		const [line] = print('{{献血人次}}', [['blood-donations', few]]);
		expect(line!.parts[0]).toMatchObject({ isMissing: false, withheld: 'few' });
	});
});

describe('beside what the desk counts', () => {
	const facts = {
		...{ year: 2024, unitName: '镇' },
		counted: new Map([['blood-donations', { ...known, value: 2 }] as const]),
		readings: new Map([['blood-donations', few] as const])
	};

	it('a text says where it prints otherwise', () => {
		const lines = readReportText('好。\n献血{{献血人次}}，目标{{献血人次|目标}}。', ofSoftware);
		expect(printedOtherwise(lines, facts)).toEqual([
			{ line: 2, figure: 'blood-donations', counted: '2人次', printed: '少于3人次' }
		]);
	});

	it('a withheld number that was typed by hand is found, and no other', () => {
		const typed = (body: string) => typedWithheld(typedNumbersIn(readReportText(body, ofSoftware), ofSoftware), facts);
		expect(typed('献血人次共2人次。')).toMatchObject([{ line: 1, typed: '2人次', figure: 'blood-donations' }]);
		expect(typed('献血人次共3人次。')).toEqual([]);
		expect(typed('健康讲座2场次。')).toEqual([]);
	});
});
