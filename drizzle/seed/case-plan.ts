import { addDays } from '../../src/lib/domain/calendar/calendar';
import type { CaseKind, CaseLevel } from '../../src/lib/domain/cases/case';
import type { Dice } from './dice';
import { spreadDates } from './stage';
import type { VillageKey } from './banquet-plan';
import { drifted, earlierOf, evenly, inTurn } from './years';

/** A case as the demo plays it. */
export interface PlannedCase {
	kind: CaseKind;
	level: CaseLevel;
	unit: VillageKey | 'town';
	receivedOn: string;
	dueOn: string | null;
	/** Null: it is never settled. */
	settledOn: string | null;
	matter: string;
	result: string;
}

/** Cases of one kind and level: how many in 2024, by when they are due, how long they take at most, and what they say. */
interface CasePlan {
	kind: CaseKind;
	level: CaseLevel;
	2024: number;
	/** Days; null: not due by any. */
	due: number | null;
	longest: number;
	matters: readonly string[];
	result: string;
}

const plans: readonly CasePlan[] = [
	{
		kind: 'dispute',
		level: 'village',
		2024: 132,
		due: 30,
		longest: 24,
		matters: [
			'两户因院坝边界起争执',
			'田坎放水先后起争执',
			'邻里因晒坝占用争吵',
			'兄弟因赡养分担起争执',
			'树枝伸进邻家房顶'
		],
		result: '调解达成一致，现场签了调解书'
	},
	{
		kind: 'dispute',
		level: 'town',
		2024: 44,
		due: null,
		longest: 30,
		matters: ['修路占地补偿说不拢', '务工工钱结算起争执', '林地界线有争议'],
		result: '镇调委会组织双方协商，已按协议兑现'
	},
	{
		kind: 'call',
		level: 'village',
		2024: 134,
		due: 7,
		longest: 6,
		matters: ['路灯不亮', '自来水水压小', '垃圾桶满了没人清', '水沟堵了', '村道坑洼', '社保卡怎么补办'],
		result: '已上门处理，来电人表示满意'
	},
	{
		kind: 'incident',
		level: 'grid',
		2024: 412,
		due: 3,
		longest: 3,
		matters: ['电线垂落', '独居老人家里断电', '道路落石', '焚烧秸秆', '河边有孩子玩水', '沟渠堵塞'],
		result: '网格员到场处理'
	},
	{
		kind: 'incident',
		level: 'village',
		2024: 118,
		due: 7,
		longest: 7,
		matters: ['堡坎开裂', '饮水管漏水', '便民桥护栏松动', '公厕损坏'],
		result: '村里组织人手修好'
	},
	{
		kind: 'incident',
		level: 'town',
		2024: 29,
		due: 15,
		longest: 14,
		matters: ['危房需要鉴定', '山坪塘渗水', '集镇排污管堵塞'],
		result: '镇里协调部门处理完毕'
	}
];

/** Which disputes of a year are never settled, and which incident of the years from 2026 on is settled two days late, by their number in their plan. */
const unsettled = [61, 102];
const late = { from: 2026, at: 40 };

/** The cases of 2024, to which the town's published numbers are exact, or about as many of a later year; in the order in which they were received. */
export function planCases(dice: Dice, year: number): PlannedCase[] {
	return plans
		.flatMap((plan, nth) =>
			planOf(dice, plan, { year, count: year === 2024 ? plan[2024] : drifted(plan[2024], year, nth) })
		)
		.sort((one, other) => (one.receivedOn < other.receivedOn ? -1 : one.receivedOn > other.receivedOn ? 1 : 0));
}

function planOf(dice: Dice, plan: CasePlan, { year, count }: { year: number; count: number }): PlannedCase[] {
	const { kind, level, due, longest, matters, result } = plan;
	const villages = inTurn(evenly, count);
	return spreadDates(dice, year, count).map((receivedOn, at) => {
		const dueOn = due === null ? null : addDays(receivedOn, due);
		const isLate = year >= late.from && level === 'grid' && at === late.at;
		const days = isLate ? due! + 2 : dice.between(kind === 'dispute' ? 1 : 0, longest);
		const isSettled = !(kind === 'dispute' && level === 'village' && unsettled.includes(at));
		return {
			kind,
			level,
			unit: kind === 'incident' && level === 'town' ? 'town' : villages[at]!,
			receivedOn,
			// One that is never settled has no day by which it is due.
			dueOn: isSettled ? dueOn : null,
			settledOn: isSettled ? earlierOf(addDays(receivedOn, days), `${year}-12-30`) : null,
			matter: matters[at % matters.length]!,
			result
		};
	});
}
