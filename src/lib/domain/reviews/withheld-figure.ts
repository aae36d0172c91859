// What a review prints in place of a number that is not published.
import { fewBelow } from '../figures/small-numbers';
import type { ReportForm, ReportReading, Withheld } from './report-figure';

const withheldWords: Record<Withheld, string> = {
	few: '（不单列）',
	hidden: '（不单列）',
	withdrawn: '（已撤回，待更正）',
	unreleased: '（未公布）'
};

/** The numbers that a form is made of. */
const madeOf: Record<ReportForm, readonly ('value' | 'previous' | 'whole')[]> = {
	'': ['value'],
	数: ['value'],
	约数: ['value'],
	零: ['value'],
	无一: ['value'],
	率: ['value', 'whole'],
	去年: ['previous'],
	增减: ['value', 'previous'],
	增减约数: ['value', 'previous'],
	升降: ['value', 'previous'],
	目标: [],
	完成率: ['value'],
	百分点: ['value', 'previous']
};

/** Why a figure cannot be printed in a form; null where nothing that it is made of is withheld. A number taken back comes before all others. */
export function withheldIn({ withheld = {} }: ReportReading, form: ReportForm): Withheld | null {
	const reasons = madeOf[form].flatMap((part) => withheld[part] ?? []);
	return reasons.find((reason) => reason === 'withdrawn') ?? reasons[0] ?? null;
}

/** The words in place of a withheld number: 少于3场, （不单列）, （已撤回，待更正）. */
export function printWithheld(reason: Withheld, unit: string, form: ReportForm): string {
	const isNumber = form !== '完成率' && madeOf[form].length === 1;
	return reason === 'few' && isNumber ? `少于${fewBelow}${form === '数' ? '' : unit}` : withheldWords[reason];
}
