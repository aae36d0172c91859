// Banquets that lie ahead of the town.
import type { Occasion } from '../../src/lib/domain/banquets/banquet';
import type { VillageKey } from './banquet-plan';

export interface Intended {
	village: VillageKey;
	occasion: Occasion;
	/** Days from today, of the banquet; it was declared `ago` days before today. */
	in: number;
	ago: number;
	meals: number;
	tables: number;
	/** By the household itself, on a phone. */
	isOwn?: boolean;
	/** What the household makes of its tables later. */
	correctedTo?: number;
	isCalledOff?: boolean;
	/** Visits, that many days before today, with what was said. */
	visits?: [ago: number, note: string][];
	word?: string;
	reply?: string;
	isSeen?: boolean;
	hasHygieneNotice?: boolean;
}

/** What lies ahead of the town: within the rule and beyond it, on a phone and at the office, with and without a talk. */
export const intended: Intended[] = [
	{
		village: 'sanxing',
		occasion: 'wedding',
		in: 19,
		ago: 6,
		meals: 2,
		tables: 44,
		isOwn: true,
		hasHygieneNotice: true
	},
	{ village: 'sanxing', occasion: 'longevity', in: 9, ago: 2, meals: 1, tables: 24, isOwn: true },
	{
		village: 'sanxing',
		occasion: 'housewarming',
		in: 13,
		ago: 8,
		meals: 2,
		tables: 48,
		isOwn: true,
		correctedTo: 20,
		word: '亲戚说少办点，改成二十桌。菜钱自己出，不收礼。',
		reply: '好的，少办也热闹。那天要借桌凳，跟村里说。',
		isSeen: true
	},
	{
		village: 'sanxing',
		occasion: 'school',
		in: 24,
		ago: 5,
		meals: 1,
		tables: 18,
		visits: [
			[4, '孩子考上大学高兴，想请同学和亲戚。'],
			[2, '说回去跟老人商量，想改成一家人吃饭。']
		]
	},
	{ village: 'hesha', occasion: 'wedding', in: 5, ago: 21, meals: 2, tables: 46, hasHygieneNotice: true },
	{ village: 'hesha', occasion: 'full-month', in: 16, ago: 3, meals: 1, tables: 12, isOwn: true },
	{ village: 'hesha', occasion: 'longevity', in: 11, ago: 9, meals: 1, tables: 16, isOwn: true, isCalledOff: true },
	{ village: 'zhongba', occasion: 'enlistment', in: 8, ago: 7, meals: 1, tables: 10, isOwn: true },
	{ village: 'zhongba', occasion: 'wedding', in: 27, ago: 4, meals: 2, tables: 52, isOwn: true },
	{ village: 'zhongba', occasion: 'funeral', in: -2, ago: 1, meals: 3, tables: 36, isOwn: true },
	{ village: 'qiaotou', occasion: 'wedding', in: 33, ago: 10, meals: 2, tables: 60 },
	{ village: 'qiaotou', occasion: 'housewarming', in: 12, ago: 1, meals: 1, tables: 15, isOwn: true },
	{
		village: 'qiaotou',
		occasion: 'longevity',
		in: 3,
		ago: 16,
		meals: 1,
		tables: 14,
		visits: [[12, '老人八十岁，儿女都想回来。劝小办，桌数还没定。']]
	},
	{ village: 'qiaotou', occasion: 'wedding', in: -6, ago: 30, meals: 2, tables: 40, isCalledOff: true, isOwn: true }
];
