import { shared, tick } from './column';
import { defineLedger } from './ledger-definition';
import { means, type Words } from './words';

const language: Words<'zh-CN' | 'en'> = [
	['zh-CN', means('中文 汉语 普通话 zh zh-cn chinese')],
	['en', means('英文 英语 en english')]
];

export const signups = defineLedger({
	columns: {
		event: { kind: 'text', most: 100, synonyms: '活动 活动名称 报名活动 Event' },
		slotStart: { kind: 'moment', synonyms: '时段 时段开始 开始时间 场次时间 活动时间 Slot start' },
		name: shared.name,
		phone: shared.phone,
		village: shared.village,
		people: { kind: 'number', least: 1, most: 6, synonyms: '人数 报名人数 参加人数 几人 来几人 People' },
		withNames: { kind: 'names', synonyms: '同行人 同行人姓名 随行人姓名 同来的人 With' },
		acceptsSome: { ...tick, synonyms: '可部分先去 有几个位先去几个 Some may go first' },
		helper: { kind: 'name', synonyms: '代报人 代报人姓名 帮忙报名的人 Helper' },
		helperPhone: { kind: 'phone', synonyms: '代报人电话 Helper’s phone' },
		email: { kind: 'text', most: 200, synonyms: '邮箱 电子邮箱 Email' },
		language: { kind: 'choice', words: language, synonyms: '语言 Language' }
	},
	required: ['event', 'slotStart', 'name'],
	sometimes: [],
	record: 'signup',
	dayOfUnit: [],
	apart: ['phone', 'slotStart'],
	nearDays: 0,
	// Sign-ups take their places one after the other, so a list of them has to be shorter.
	mostRows: 1000,
	units: { unnamed: 'outside', within: 'town', isTownTaken: false }
});
