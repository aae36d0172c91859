// Lines of a ledger that say that a month had none: 无, 本月无, 0, 零投诉.
import { isBlank } from './sheets/blank-cells.js';
import type { RowTexts } from './ledger-row';
import type { Ledger, LedgerColumn } from './ledgers';
import { activityKind, zeroKind as zeroKinds } from './activity-words';
import { bareWord, readChoice } from './words';

const month = '(?:(?:本|当|全|这个)月|(?:\\d{4}年)?\\d{1,2}月份?)?(?:均|暂|都)?';
/** 没有发生 before 没有: what follows is what there was none of. */
const none = '无|(?:未|没有?)(?:发生|发现|收到|接到|开展)|没有|没得|未有|零';
const noneAlone = new RegExp(`^${month}(?:(?:${none}|0|none|nil)(?:报告|上报|发生|情况|记录|事项)?)$`, 'u');
const noneOf = new RegExp(`^${month}(?:${none})(?<kind>.+)$`, 'u');

/** Whether a cell says that there was none. */
const saysNone = (text: string): boolean => noneAlone.test(bareWord(text));

/** The cells of a ledger that tell what happened. Of these the first that says something decides where the question stands. */
const telling: Partial<Record<Ledger, readonly LedgerColumn[]>> = {
	banquets: ['host', 'occasion', 'tablesPlanned'],
	dissuasions: ['host', 'occasion', 'tablesPlanned'],
	cases: ['matter']
};

/** The cell of a line of banquets, dissuasions or cases that says that there was none; null for a line that tells of one. */
export function findNone(ledger: Ledger, texts: RowTexts): LedgerColumn | null {
	const written = telling[ledger]?.filter((column) => !isBlank(texts[column] ?? ''));
	return written?.every((column) => saysNone(texts[column]!)) ? (written[0] ?? null) : null;
}

/**
 * A line of the work ledger that says that a month had none, as a checked zero: of the kind that its cells name, in the month of its month or day.
 * Null for a line that tells of work done, and for one of another ledger. `isAdded`: whether a word means a kind that the town added.
 */
export function zeroLineOf(texts: RowTexts, isAdded: (word: string) => boolean): RowTexts | null {
	/** Of what a cell says that there was none: 零投诉 is 投诉, but 无偿献血 is no kind of nothing. */
	const namedIn = (text: string): string => {
		const named = noneOf.exec(bareWord(text))?.groups!.kind;
		return named && (readChoice(zeroKinds, named) !== null || isAdded(named)) ? named : '';
	};
	const isNone = (text: string): boolean => saysNone(text) || namedIn(text) !== '';
	const [kind, subject, quantity] = (['kind', 'subject', 'quantity'] as const).map((column) => {
		const text = texts[column] ?? '';
		return isBlank(text) ? '' : text;
	}) as [string, string, string];
	if ((subject !== '' && !isNone(subject)) || (quantity !== '' && !saysNone(quantity))) return null;
	const isZeroKind = readChoice(activityKind, kind) === 'checked-zero';
	const ofKind = namedIn(kind);
	const isNoneOfKind = saysNone(kind) || ofKind !== '';
	if (!isZeroKind && !isNoneOfKind && subject === '' && quantity === '') return null;
	const named = isZeroKind || isNoneOfKind || kind === '' ? ofKind || namedIn(subject) : kind;
	const zeroKind = isBlank(texts.zeroKind ?? '') ? named : texts.zeroKind!;
	const on = texts.on ?? '';
	// The day of a line that is called a checked zero, and not 零投诉, is the day on which it was checked, unless it is a month.
	const isOfDay = !isZeroKind || ofKind !== '' || isMonthAlone(on);
	const isOfMonth = isBlank(texts.zeroMonth ?? '') && isOfDay;
	return {
		...texts,
		...(isOfMonth && { zeroMonth: on, on: '' }),
		...{ kind: 'checkedzero', zeroKind, subject: '', quantity: '' }
	};
}

const isMonthAlone = (text: string): boolean => /^(?:\d{4}[-./年])?\d{1,2}(?:月份?)?$/u.test(bareWord(text));
