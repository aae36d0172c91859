/** The ledgers (台账) that come in from a file and go out as one. */
export const ledgers = ['banquets', 'dissuasions', 'activities', 'elders', 'households', 'signups'] as const;
export type Ledger = (typeof ledgers)[number];

export function isLedger(text: unknown): text is Ledger {
	return (ledgers as readonly unknown[]).includes(text);
}

/** Closed lists that a cell may name one of (domain/ledgers/ledger-words). */
export const choices = [
	'occasion',
	'origin',
	'outcome',
	'dissuasion',
	'activityKind',
	'zeroKind',
	'sex',
	'calendar',
	'mobility',
	'diet',
	'photo',
	'yes',
	'language'
] as const;
export type ChoiceList = (typeof choices)[number];

/**
 * What a column holds: a unit of the town, a person's name or several (、 between them), a telephone, a day (a real
 * date in a workbook), a month, a moment (day and time), a birth date in either calendar, a whole number, a text, or
 * one of a closed list.
 */
export type ColumnKind =
	'unit' | 'name' | 'names' | 'phone' | 'date' | 'month' | 'moment' | 'birth' | 'number' | 'text' | 'choice';

interface ColumnFacts {
	kind: ColumnKind;
	choice?: ChoiceList;
	/** Of a number: least and most. Of a text: how many characters at most. */
	least?: number;
	most?: number;
	/** What offices write over it, and the heading of our own files in both languages; spaces and brackets do not count. */
	synonyms: string;
}

const tables = { kind: 'number', least: 0, most: 999 } as const;
const tick = { kind: 'choice', choice: 'yes' } as const;

/** Every column of every ledger, by its one id. */
export const columns = {
	village: { kind: 'unit', synonyms: '村社区 村 村名 村居 所在村 所属村 村别 单位 单位名称 所属单位 填报单位 Village' },
	group: { kind: 'unit', synonyms: '组 村民小组 小组 组别 社 村组 所在组 住址 家庭住址 Group' },
	origin: { kind: 'choice', choice: 'origin', synonyms: '来源 报备情况 是否报备 发现方式 Origin' },
	occasion: {
		kind: 'choice',
		choice: 'occasion',
		synonyms: '事由 宴席类型 酒席类型 宴席事由 办酒事由 办宴事由 类型 事项 名目 宴席名称 Occasion'
	},
	host: {
		kind: 'name',
		synonyms: '户主 户主姓名 事主 事主姓名 主家 东家 对象 姓名 名字 办酒人 办宴人 劝导对象 劝阻对象 当事人 Host'
	},
	name: {
		kind: 'name',
		synonyms: '姓名 名字 老人姓名 老年人姓名 报名人 报名人姓名 参加人 联系人 Name'
	},
	phone: { kind: 'phone', synonyms: '电话 手机 手机号 手机号码 电话号码 联系电话 联系方式 户主电话 报名电话 Phone' },
	declaredOn: { kind: 'date', synonyms: '报备日期 报备时间 申报日期 申报时间 备案日期 登记日期 发现日期 Declared on' },
	plannedOn: {
		kind: 'date',
		synonyms:
			'宴席日期 办酒时间 办酒日期 办宴日期 办宴时间 宴席时间 举办时间 举办日期 原定日期 计划日期 拟办日期 日期 时间 Banquet on'
	},
	meals: { kind: 'number', least: 1, most: 30, synonyms: '餐数 几餐 顿数 Meals' },
	tablesPlanned: {
		...tables,
		least: 1,
		synonyms: '计划桌数 桌数 原定桌数 拟办桌数 预计桌数 报备桌数 数量 规模 Tables planned'
	},
	pricePerTable: {
		kind: 'number',
		least: 1,
		most: 99_999,
		synonyms: '每桌价格 每桌元 单价 桌价 每桌金额 Price per table'
	},
	venue: { kind: 'text', most: 60, synonyms: '办酒地点 宴席地点 举办地点 地点 场所 Venue' },
	caterer: { kind: 'text', most: 60, synonyms: '承办一条龙 一条龙 承办厨师 承办人 厨师 乡厨 Caterer' },
	hygiene: { ...tick, synonyms: '查看卫生证 卫生证 健康证 卫生许可证 Certificate seen' },
	outcome: {
		kind: 'choice',
		choice: 'outcome',
		synonyms: '宴席结果 结果 办理情况 办理结果 处理结果 完成情况 How it ended'
	},
	endedOn: { kind: 'date', synonyms: '结果日期 办结日期 实际日期 实办日期 取消日期 Ended on' },
	tablesHeld: { ...tables, synonyms: '实办桌数 实际桌数 实际办理桌数 Tables held' },
	wentOn: {
		kind: 'date',
		synonyms: '劝导日期 劝导时间 劝停日期 劝停时间 劝阻日期 劝阻时间 上门日期 上门时间 日期 时间 Went on'
	},
	visits: { kind: 'number', least: 1, most: 99, synonyms: '上门次数 劝导次数 次数 Visits' },
	dissuasion: {
		kind: 'choice',
		choice: 'dissuasion',
		synonyms: '劝导结果 劝停结果 劝阻结果 劝导情况 结果 办理情况 处理结果 成效 What came of it'
	},
	kind: { kind: 'choice', choice: 'activityKind', synonyms: '类别 工作类别 活动类别 活动类型 类型 种类 Kind' },
	on: { kind: 'date', synonyms: '日期 时间 开展日期 开展时间 活动日期 活动时间 工作日期 Done on' },
	subject: { kind: 'text', most: 200, synonyms: '事项 工作内容 内容 活动内容 主题 活动名称 工作事项 Subject' },
	place: { kind: 'text', most: 60, synonyms: '地点 活动地点 开展地点 Place' },
	audience: { kind: 'text', most: 60, synonyms: '对象 参加对象 参加人员 受众 Audience' },
	quantity: { kind: 'number', least: 0, most: 100_000, synonyms: '数量 场次 次数 幅数 份数 Quantity' },
	result: { kind: 'text', most: 200, synonyms: '结果 成效 办理情况 完成情况 Result' },
	responsible: { kind: 'name', synonyms: '责任人 经办人 干部 负责人 责任干部 包村干部 劝导人 Responsible' },
	evidence: { kind: 'text', most: 200, synonyms: '佐证 佐证材料 印证资料 资料 附件 Evidence' },
	note: { kind: 'text', most: 300, synonyms: '备注 说明 Note' },
	zeroKind: { kind: 'choice', choice: 'zeroKind', synonyms: '核实类别 核零类别 Zero of' },
	zeroMonth: { kind: 'month', synonyms: '核实月份 核零月份 月份 Zero in month' },
	sex: { kind: 'choice', choice: 'sex', synonyms: '性别 Sex' },
	birth: {
		kind: 'birth',
		synonyms:
			'出生日期 出生年月 出生年月日 生日 出生 生辰 寿辰 农历生日 公历生日 农历出生日期 公历出生日期 阴历生日 阳历生日 Birth date'
	},
	calendar: {
		kind: 'choice',
		choice: 'calendar',
		synonyms: '历法 日历 农历公历 农历阳历 阴历阳历 农历或公历 阴阳历 生日历法 Calendar'
	},
	relativePhone: {
		kind: 'phone',
		synonyms:
			'家属电话 子女电话 家属联系电话 家属联系方式 子女联系电话 亲属电话 联系人电话 监护人电话 儿女电话 家属手机 Relative’s phone'
	},
	mobility: {
		kind: 'choice',
		choice: 'mobility',
		synonyms: '行动 行动情况 行动能力 腿脚 自理情况 自理能力 Getting about'
	},
	transport: { ...tick, synonyms: '接送 要接送 车接 要车接 是否接送 接车 Transport' },
	pickUpPoint: { kind: 'text', most: 30, synonyms: '上车地点 上车点 接站点 接的地方 集合点 集合地点 Pick-up point' },
	diet: { kind: 'choice', choice: 'diet', synonyms: '饮食 忌口 饮食忌口 口味 吃的 Food' },
	companions: { kind: 'number', least: 0, most: 4, synonyms: '陪同人数 陪同 同来人数 随行人数 陪同几人 Companions' },
	photo: { kind: 'choice', choice: 'photo', synonyms: '照相 拍照 肖像 同意拍照 拍照同意 肖像同意 Pictures' },
	fromOn: { kind: 'date', synonyms: '起算日期 统计日期 日期 截止日期 统计时间 From' },
	households: { kind: 'number', least: 1, most: 99_999, synonyms: '户籍户数 户数 总户数 在册户数 登记户数 Households' },
	event: { kind: 'text', most: 100, synonyms: '活动 活动名称 报名活动 Event' },
	slotStart: { kind: 'moment', synonyms: '时段 时段开始 开始时间 场次时间 活动时间 Slot start' },
	people: { kind: 'number', least: 1, most: 6, synonyms: '人数 报名人数 参加人数 几人 来几人 People' },
	withNames: { kind: 'names', synonyms: '同行人 同行人姓名 随行人姓名 同来的人 With' },
	acceptsSome: { ...tick, synonyms: '可部分先去 有几个位先去几个 Some may go first' },
	helper: { kind: 'name', synonyms: '代报人 代报人姓名 帮忙报名的人 Helper' },
	helperPhone: { kind: 'phone', synonyms: '代报人电话 Helper’s phone' },
	email: { kind: 'text', most: 200, synonyms: '邮箱 电子邮箱 Email' },
	language: { kind: 'choice', choice: 'language', synonyms: '语言 Language' }
} as const satisfies Record<string, ColumnFacts>;
export type LedgerColumn = keyof typeof columns;

/** The facts of a column in one shape for all. */
export const columnFacts = (column: LedgerColumn): ColumnFacts => columns[column];

/** The columns of each ledger in the order of its file: all that a person can enter, so that what goes out comes in again. */
export const ledgerColumns = {
	banquets: [
		'village',
		'group',
		'origin',
		'occasion',
		'host',
		'phone',
		'declaredOn',
		'plannedOn',
		'meals',
		'tablesPlanned',
		'pricePerTable',
		'venue',
		'caterer',
		'hygiene',
		'outcome',
		'endedOn',
		'tablesHeld'
	],
	dissuasions: [
		'village',
		'group',
		'occasion',
		'host',
		'phone',
		'plannedOn',
		'tablesPlanned',
		'wentOn',
		'visits',
		'dissuasion',
		'note'
	],
	activities: [
		'village',
		'group',
		'kind',
		'on',
		'subject',
		'place',
		'audience',
		'quantity',
		'result',
		'responsible',
		'evidence',
		'note',
		'zeroKind',
		'zeroMonth'
	],
	elders: [
		'village',
		'group',
		'name',
		'sex',
		'birth',
		'calendar',
		'phone',
		'relativePhone',
		'mobility',
		'transport',
		'pickUpPoint',
		'diet',
		'companions',
		'photo'
	],
	households: ['village', 'fromOn', 'households'],
	signups: [
		'event',
		'slotStart',
		'name',
		'phone',
		'village',
		'people',
		'withNames',
		'acceptsSome',
		'helper',
		'helperPhone',
		'email',
		'language'
	]
} as const satisfies Record<Ledger, readonly LedgerColumn[]> as Record<Ledger, readonly LedgerColumn[]>;

/** What no row of the ledger can do without; a heading that has none of it is none. */
export const requiredColumns: Record<Ledger, readonly LedgerColumn[]> = {
	banquets: ['host', 'occasion', 'plannedOn'],
	dissuasions: ['host', 'wentOn', 'dissuasion'],
	activities: ['kind', 'on', 'subject'],
	elders: ['name', 'sex', 'birth'],
	households: ['village', 'households'],
	signups: ['name', 'people']
};

/** Headings of what a ledger never takes over: more than its task needs (people-and-privacy.md). */
const sensitive =
	/(身份证|证件号|公民身份|银行|账号|卡号|社保|低保|疾病|病史|残疾|病情|礼金|礼单|宾客|identity|bank)/iu;

/** Whether a heading names what is never read in, let alone stored: identity and bank numbers, illnesses, guests, gift money. */
export const isSensitive = (heading: string): boolean => sensitive.test(heading.normalize('NFKC'));

/** A heading without what does not count: spaces, brackets with their text, marks; full-width folded. */
export function bareHeading(heading: string): string {
	return heading
		.normalize('NFKC')
		.replace(/[(【[{（].*?[)】\]}）]/gu, '')
		.replace(/[\s*:：、，,./／’'_-]/gu, '')
		.toLowerCase();
}

/** Our own headings may say things in brackets too, so the whole without the brackets themselves counts as well. */
const openHeading = (heading: string) => bareHeading(heading.normalize('NFKC').replace(/[()（）【】[\]{}]/gu, ''));

const known = new Map(
	(Object.keys(columns) as LedgerColumn[]).map((id) => [id, synonymsOf(columns[id].synonyms)] as const)
);

/** Spaces separate the Chinese words. English headings come last and have spaces of their own. */
function synonymsOf(text: string): ReadonlySet<string> {
	const words = text.split(' ');
	const chinese = words.filter((word) => /\p{Script=Han}/u.test(word));
	const english = words.filter((word) => !/\p{Script=Han}/u.test(word)).join(' ');
	return new Set([...chinese, english].filter(Boolean).map(bareHeading));
}

/**
 * Which columns of a ledger the cells of a heading line are; null for an unknown heading. Each column is taken once,
 * by the cell that names it most exactly (where two would do, by the first).
 */
export function recognizeColumns(ledger: Ledger, headings: readonly string[]): (LedgerColumn | null)[] {
	const found: (LedgerColumn | null)[] = headings.map(() => null);
	const required = requiredColumns[ledger];
	const order = [...required, ...ledgerColumns[ledger].filter((id) => !required.includes(id))];
	for (const rank of [0, 1]) {
		for (const [at, heading] of headings.entries()) {
			if (found[at] !== null || heading.trim() === '' || isSensitive(heading)) continue;
			const forms = [openHeading(heading), bareHeading(heading)];
			const column = order.find((id) => !found.includes(id) && nameRank(id, forms) === rank);
			if (column) found[at] = column;
		}
	}
	return found;
}

/** 0: the heading is this column's own name (the first of its words), or its English one. 1: another word for it. Null: it is not. */
function nameRank(id: LedgerColumn, forms: readonly string[]): number | null {
	const words = [...known.get(id)!];
	if (forms.includes(words[0]!) || forms.includes(words.at(-1)!)) return 0;
	return words.some((word) => forms.includes(word)) ? 1 : null;
}
