import { fc, test as propertyTest } from '../../properties';
import { describe, expect, it } from 'vitest';
import { figures } from '../../../src/lib/domain/figures/figure';
import { printFigure, reportForms, type ReportReading } from '../../../src/lib/domain/reviews/report-figure';
import { reportNames } from '../../../src/lib/domain/reviews/report-words';
import { text, print } from './report-words';

const reading = (
	value: number | null,
	previous: number | null = null,
	target: number | null = null
): ReportReading => ({
	value,
	previous,
	target,
	previousTarget: null
});

describe('a figure in prose', () => {
	it.each([
		['{{办宴|增减约数}}', reading(161, 403), '减少240余场'],
		['{{办宴|增减}}', reading(161, 403), '减少242场'],
		['{{办宴|升降}}', reading(161, 403), '下降了60%'],
		['{{办宴}}', reading(161, 403), '161场'],
		['{{办宴|数}}', reading(161, 403), '161'],
		['{{办宴|去年}}', reading(161, 403), '403场'],
		['{{送卫生|约数}}', reading(12), '10余次'],
		['{{播放倡议书|约数}}', reading(206), '200余次'],
		['{{健康讲座}}', reading(42), '42场次'],
		['{{群众投诉|零}}', reading(0), '“零”'],
		['{{群众投诉|零}}', reading(2), '2起'],
		['{{献血量|完成率}}', reading(50_400, null, 44_000), '114.5%'],
		['{{献血量|目标}}', reading(50_400, null, 44_000), '44000毫升'],
		['{{网格}}', reading(10), '10个'],
		['{{矛盾纠纷}}', reading(176), '176件次'],
		['{{矛盾纠纷化解}}', reading(174), '174件次'],
		['{{三级联动事件}}', reading(559), '559件'],
		['{{逾期事件|无一}}', reading(0), '无一件'],
		['{{逾期事件|无一}}', reading(2), '2件'],
		['{{专职网格员}}', reading(3), '3名'],
		['{{办宴|升降}}', reading(32, 48), '下降了33.3%'],
		['{{办宴|升降}}', reading(45, 40), '上升了12.5%'],
		['{{办宴|增减}}', reading(40, 40), '与去年持平']
	])('%s of %o reads %s', (body, given, expected) => {
		const name = /\{\{([^|}]*)/.exec(body)![1]!;
		const { id } = figures.find(({ id }) => reportNames[id] === name)!;
		expect(text(body, [[id, given]])).toEqual([expected]);
	});

	it('says what share of its whole a figure is, half up, and nothing where one of the two is not known', () => {
		const rate = (settled: number | null, received: number | null) =>
			text('{{矛盾纠纷化解|率}}', [
				['disputes-settled', reading(settled)],
				['disputes-received', reading(received)]
			]);
		expect(rate(174, 176)).toEqual(['98.9%']);
		expect([rate(null, 176), rate(174, null), rate(0, 0)]).toEqual(Array(3).fill(['（没有数据）']));
		expect(text('{{健康讲座|率}}', [['health-lectures', reading(3)]]), 'it is a part of nothing').toEqual([
			'（没有数据）'
		]);
	});

	it('says 百分点 where two completion rates differ, never percent (reporting.md: 80% → 85% is 5个百分点)', () => {
		const rates = { value: 85, target: 100, previous: 80, previousTarget: 100 };
		expect(printFigure(rates, '场次', '百分点')).toBe('上升5个百分点');
	});

	it('without data is 未报, and a base of zero is not compared', () => {
		expect(print('{{健康讲座}}', [['health-lectures', reading(null)]])[0]!.parts[0]).toMatchObject({
			text: '（没有数据）',
			isMissing: true
		});
		expect(text('{{健康讲座|升降}}', [['health-lectures', reading(3, 0)]])).toEqual(['（没有数据）']);
		expect(text('{{健康讲座}}')).toEqual(['（没有数据）']);
	});

	it('changed since the draft was saved keeps how it read then', () => {
		const [line] = print(
			'办宴{{办宴}}，约{{办宴|约数}}',
			[['banquets-held', reading(162)]],
			[['banquets-held', reading(161)]]
		);
		expect(line!.parts.filter(({ figure }) => figure).map(({ was }) => was)).toEqual(['161场', null]);
	});
});

propertyTest.prop([fc.constantFrom(...reportForms), fc.nat(), fc.nat(), fc.nat()])(
	'no form prints a number without data, and none prints nothing with all of it',
	(form, value, previous, target) => {
		expect(printFigure({ value: null, previous: null, target: null, previousTarget: null }, '场', form)).toBeNull();
		const all = { value, previous: previous + 1, target: target + 1, previousTarget: target + 1, whole: value + 1 };
		expect(printFigure(all, '场', form)).not.toBeNull();
	}
);
