import { publishedPhrase } from './published-phrase';
import { changeRate, percentagePoints, percentOf, rateOf } from '../figures/rate';
import type { Shown } from '../figures/small-numbers';

/**
 * How a figure may be written, by the word after the bar: `{{办宴|增减约数}}`. Without one it is the number with its unit.
 * The direction (减少, 上升) comes with the number, so that prose cannot say the one while the ledger says the other.
 */
export const reportForms = [
	'数',
	'约数',
	'零',
	'无一',
	'率',
	'去年',
	'增减',
	'增减约数',
	'升降',
	'目标',
	'完成率',
	'百分点'
] as const;
export type ReportForm = (typeof reportForms)[number] | '';

/** Why a number that the desk knows is not printed. Unreleased: its year was closed without it, or not at all. */
export type Withheld = Exclude<Shown, 'exact'> | 'withdrawn' | 'unreleased';

/** A figure of a year as the review needs it. Null: no data, or no target, or withheld. */
export interface ReportReading {
	value: number | null;
	previous: number | null;
	target: number | null;
	previousTarget: number | null;
	/** Of a figure that is a part of another: the other (`wholeOf`). */
	whole?: number | null;
	/** Why a number is null though it is known. */
	withheld?: Partial<Record<'value' | 'previous' | 'whole', Withheld>>;
}

/** The text in place of a figure without data: never a zero. */
export const notReported = '（没有数据）';

/**
 * A figure as the review prints it, `unit` in words (场次): 42场次, 10余次, 减少240余场, 下降了60%, 114.5%, 上升5个百分点, 无一件, 98.9%.
 * Null where it cannot be printed, for want of data, of a target, or of a base to compare with.
 */
export function printFigure(reading: ReportReading, unit: string, form: ReportForm): string | null {
	const { value, previous, target, previousTarget, whole = null } = reading;
	const change = value === null || previous === null ? null : value - previous;
	switch (form) {
		case '':
			return value === null ? null : `${value}${unit}`;
		case '数':
			return value === null ? null : `${value}`;
		case '约数':
			return value === null ? null : `${publishedPhrase(value)}${unit}`;
		case '零':
			return value === null ? null : value === 0 ? '“零”' : `${value}${unit}`;
		case '无一':
			return value === null ? null : value === 0 ? `无一${unit}` : `${value}${unit}`;
		case '率': {
			const rate = rateOf(value, whole);
			return rate === null ? null : percentText(rate);
		}
		case '去年':
			return previous === null ? null : `${previous}${unit}`;
		case '增减':
			return directed(change, (size) => `${size}${unit}`, ['减少', '增加']);
		case '增减约数':
			return directed(change, (size) => `${publishedPhrase(size)}${unit}`, ['减少', '增加']);
		case '升降': {
			const rate = value === null || previous === null ? null : changeRate(value, previous);
			return directed(rate, percentText, ['下降了', '上升了']);
		}
		case '目标':
			return target === null ? null : `${target}${unit}`;
		case '完成率': {
			const rate = value === null || target === null ? null : percentOf(value, target);
			return rate === null ? null : percentText(rate);
		}
		case '百分点': {
			if (value === null || previous === null || target === null || previousTarget === null) return null;
			const points = percentagePoints({ part: value, whole: target }, { part: previous, whole: previousTarget });
			return directed(points, (size) => `${size}个百分点`, ['下降', '上升']);
		}
	}
}

/** A rate as prose writes it: 60%, 33.3%. */
const percentText = (rate: number) => `${rate}%`;

function directed(change: number | null, words: (size: number) => string, [down, up]: [string, string]): string | null {
	if (change === null) return null;
	return change === 0 ? '与去年持平' : `${change < 0 ? down : up}${words(Math.abs(change))}`;
}
