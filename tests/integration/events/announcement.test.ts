import { afterEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';
import { messageOf, type Announced } from '../../../src/lib/ui/events/announcement';
import { scriptOf } from '../../../src/lib/ui/events/loudspeaker';
import { lunarOf } from '../../../src/lib/server/calendar/lunar';

afterEach(() => overwriteGetLocale(() => 'zh-CN'));
overwriteGetLocale(() => 'zh-CN');

const lecture: Announced = {
	title: '健康讲座：冬天咳嗽要注意啥',
	place: '三星村党群服务中心',
	description: '老人和带娃的都可以来。自带水杯。',
	phone: '02371234567',
	unit: '三星村',
	slots: [{ startsAt: instantOf('2026-11-28', '09:30'), endsAt: instantOf('2026-11-28', '11:00') }],
	lunar: lunarOf('2026-11-28'),
	address: 'https://xinfeng.example.cn/e/179',
	isMoved: false,
	cancelledBecause: null
};

/** As long as a form lets them be. */
const longest: Announced = {
	...lecture,
	title: '长'.repeat(60),
	place: '远'.repeat(80),
	description: '谁都可以来的一场活动。'.repeat(90),
	unit: '三星村综合服务中心联合党支部',
	address: 'https://xinfeng.taipingchang.example.cn/e/123456',
	slots: Array.from({ length: 6 }, (_, nth) => ({
		startsAt: instantOf(`2026-12-2${nth}`, '09:45'),
		endsAt: instantOf(`2026-12-2${nth}`, '17:45')
	}))
};

const characters = (text: string) => [...text].length;

describe('the loudspeaker script', () => {
	it('greets, says what, when by both calendars, where, who may come, what to bring, the telephone, and all once more', () => {
		expect(scriptOf(lecture)).toBe(
			'各位乡亲，大家好！三星村要办“健康讲座：冬天咳嗽要注意啥”，请大家来参加。' +
				'时间是11月28日，星期六，农历十月二十，上午9点半到11点。地点在三星村党群服务中心。' +
				'老人和带娃的都可以来。自带水杯。报名、问事请打电话：零二三，七幺二三，四五六七。' +
				'再说一遍：11月28日，星期六，上午9点半到11点，在三星村党群服务中心，健康讲座：冬天咳嗽要注意啥。'
		);
	});

	it.each(['zh-CN', 'en'] as const)('never has more than 200 characters, nor the text more than 140 (%s)', (locale) => {
		overwriteGetLocale(() => locale);
		const moved = { ...longest, isMoved: true };
		const off = { ...longest, cancelledBecause: '雨'.repeat(200) };
		for (const event of [lecture, longest, moved, off, { ...longest, slots: [], lunar: null }]) {
			expect(characters(scriptOf(event))).toBeLessThanOrEqual(200);
			expect(characters(messageOf(event))).toBeLessThanOrEqual(140);
		}
	});

	it('still says what, when, where and the telephone when title and place leave no room for more', () => {
		const script = scriptOf(longest);
		for (const part of [longest.title, longest.place, '12月20日', '零二三，七幺二三，四五六七'])
			expect(script).toContain(part);
	});

	it('leaves whole sentences out', () => {
		const script = scriptOf({ ...lecture, description: '可以带家属来听。'.repeat(20) });
		expect(script).toMatch(/(可以带家属来听。)+报名、问事/);
		expect(script).toContain('再说一遍');
	});

	it('asks to listen again when time or place have changed', () => {
		expect(scriptOf({ ...lecture, isMoved: true })).toContain('请注意，时间地点有变动');
	});

	it('of a cancelled event says that it is off, why, and that people need not come', () => {
		const script = scriptOf({ ...lecture, cancelledBecause: '下大雨，路滑。' });
		expect(script).toContain(
			'原定11月28日，星期六，上午9点半在三星村党群服务中心办的“健康讲座：冬天咳嗽要注意啥”取消了。'
		);
		expect(script).toContain('原因是：下大雨，路滑。报了名的乡亲不用来了');
		expect(script).not.toContain('请大家来参加');
	});
});

describe('the text for SMS and WeChat', () => {
	it('has sender, what, when, where, the short address and the telephone', () => {
		expect(messageOf(lecture)).toBe(
			'【三星村】健康讲座：冬天咳嗽要注意啥：11月28日（星期六，农历十月二十）上午9点半到11点，三星村党群服务中心。' +
				'报名：https://xinfeng.example.cn/e/179 电话 023-7123 4567'
		);
	});

	it('keeps the short address whole however long the rest is', () => {
		expect(messageOf(longest)).toContain(longest.address);
	});
});
