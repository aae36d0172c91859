import { fc, test as propertyTest } from '../../properties';
import { describe, expect, it } from 'vitest';
import { figures } from '../../../src/lib/domain/figures/figure';
import { reportForms } from '../../../src/lib/domain/reviews/report-figure';
import { faultsIn, figuresIn, placeholderOf, readReportText } from '../../../src/lib/domain/reviews/report-text';
import { printReport, textOf } from '../../../src/lib/domain/reviews/printed-report';
import { reportTemplate } from '../../../src/lib/domain/reviews/report-template';
import { typedNumbersIn } from '../../../src/lib/domain/reviews/typed-numbers';
import { broadcasts, ofSoftware, registryWith } from '../figures/registries';
import { text } from './report-words';

describe('a text', () => {
	it('is read into title, line under it, headings and paragraphs', () => {
		const lines = readReportText(
			'# 因势而谋远\n——{{单位}}{{年}}年回眸\n\n## 一年\n**一是宴席少了。**办宴{{办宴}}。\n——不在题下',
			ofSoftware
		);
		expect(lines.map(({ kind, number }) => [kind, number])).toEqual([
			['title', 1],
			['subtitle', 2],
			['heading', 4],
			['paragraph', 5],
			['paragraph', 6]
		]);
		expect(lines[3]!.parts.map(({ isStrong }) => isStrong)).toEqual([true, false, false, false]);
	});

	it('has its year and town filled in', () => {
		expect(text('{{年}}年，{{单位}}')).toEqual(['2024年，太平场镇']);
	});

	it('with an unknown name says the line and suggests a name', () => {
		const faults = faultsIn(
			readReportText('好。\n\n{{健康讲坐}}、{{办宴数量}}、{{彩票}}、{{办宴|升将}}、{{办宴', ofSoftware)
		);
		expect(faults.map(({ line, fault }) => [line, fault])).toEqual([
			[3, { code: 'unknown-name', name: '健康讲坐', suggestion: '健康讲座' }],
			[3, { code: 'unknown-name', name: '办宴数量', suggestion: '办宴' }],
			[3, { code: 'unknown-name', name: '彩票', suggestion: null }],
			[3, { code: 'unknown-form', form: '升将', suggestion: '升降' }],
			[3, { code: 'not-closed' }]
		]);
	});

	it('may write a name in full-width letters, with spaces or with its quotes', () => {
		const lines = readReportText('{{ 劝停“无事酒” }}{{Ｎ力量｜数}}{{health-lectures}}', ofSoftware);
		expect(faultsIn(lines)).toEqual([]);
		expect(figuresIn(lines)).toEqual(['banquets-dissuaded', 'grid-helpers', 'health-lectures']);
	});

	it('that types a number beside a figure is advised to let it fill itself in', () => {
		const advice = typedNumbersIn(
			readReportText('举办健康讲座42场次；播放倡议书200余次。\n开展村民大会{{村民大会}}。发放海报2000份。', ofSoftware),
			ofSoftware
		);
		expect(advice).toEqual([
			{ line: 1, typed: '200余次', figure: 'appeal-broadcasts', placeholder: '{{播放倡议书|约数}}' },
			{ line: 1, typed: '42场次', figure: 'health-lectures', placeholder: '{{健康讲座}}' }
		]);
		expect(typedNumbersIn(readReportText('举办{{健康讲座}}，走访42场次。', ofSoftware), ofSoftware)).toEqual([]);
	});
});

describe('a text with a kind that the town added', () => {
	const registry = registryWith(broadcasts);

	it('names it as the administrator did, and prints it in its own unit', () => {
		const lines = readReportText('{{创卫广播|约数}}、{{“创卫广播”}}、{{added-1|数}}', registry);
		const reading = { value: 204, previous: null, target: null, previousTarget: null };
		const [line] = printReport(lines, { year: 2024, unitName: '镇', readings: new Map([['added-1', reading]]) });
		expect(textOf(line!)).toBe('200余次、204次、204');
		expect(faultsIn(readReportText('{{创卫广波}}', registry))[0]!.fault).toMatchObject({ suggestion: '创卫广播' });
	});

	it('reads a name of any signs as those signs', () => {
		const odd = registryWith({ ...broadcasts, name: '海报(第1批)+[“A”' });
		expect(typedNumbersIn(readReportText('粘贴海报(第1批)+[A50次。', odd), odd)).toEqual([
			{ line: 1, typed: '50次', figure: 'added-1', placeholder: '{{海报(第1批)+[“A”}}' }
		]);
		expect(figuresIn(readReportText('{{海报（第1批）+[A}}', odd))).toEqual(['added-1']);
	});
});

describe('the review to begin with', () => {
	const points = {
		...broadcasts,
		id: 'added-2',
		name: '投放点',
		lead: '',
		isRounded: false,
		campaign: 'health'
	} as const;

	it('has each added kind under its campaign, with the words before its number', () => {
		const text = reportTemplate(registryWith(broadcasts, points), 2024);
		expect(text).toContain('## ——过去一年，是卫生镇创建扎实推进的一年。\n\n播放《倡议书》广播{{创卫广播|约数}}。');
		expect(text.indexOf('投放点{{投放点}}。')).toBeLessThan(text.indexOf('国防教育深入人心'));
		expect(faultsIn(readReportText(text, registryWith(broadcasts, points)))).toEqual([]);
	});

	it('leaves out what was not kept in its year', () => {
		expect(reportTemplate(registryWith(broadcasts), 2023)).toBe(reportTemplate(ofSoftware, 2023));
		const closed = { ...broadcasts, closedFromOn: '2025-01-01' };
		expect(reportTemplate(registryWith(closed), 2025)).not.toContain('创卫广播');
		expect(reportTemplate(registryWith(closed), 2024)).toContain('创卫广播');
	});
});

const prose = fc.stringMatching(/^[一-龥，。0-9A-Za-z]{1,12}$/);
const placeholder = fc
	.tuple(fc.constantFrom(...figures.map(({ id }) => id)), fc.constantFrom('' as const, ...reportForms))
	.map(([id, form]) => placeholderOf(id, ofSoftware, form));

propertyTest.prop([fc.array(fc.oneof(prose, placeholder), { minLength: 1 })])(
	'words stay as they were typed, and every placeholder is one figure',
	(pieces) => {
		const [line] = readReportText(pieces.join(''), ofSoftware);
		const typed = line!.parts.map((part) =>
			part.kind === 'text'
				? part.text
				: part.kind === 'figure'
					? placeholderOf(part.figure, ofSoftware, part.form)
					: '?'
		);
		expect(typed.join('')).toBe(pieces.join(''));
		expect(faultsIn([line!])).toEqual([]);
	}
);

propertyTest.prop([fc.string({ unit: 'grapheme', maxLength: 200 })])(
	'whatever is typed can be read and printed',
	(body) => {
		const lines = readReportText(body, ofSoftware);
		expect(() => printReport(lines, { year: 2024, unitName: '镇', readings: new Map() })).not.toThrow();
		expect(lines.every(({ parts }) => parts.every((part) => part.kind !== 'text' || !part.text.includes('{{')))).toBe(
			true
		);
	}
);
