import type { Calendar, Diet, Mobility, PhotoConsent, Sex } from '../birthdays/elder';
import { shared, tick, type Words } from './column';
import { defineLedger } from './ledger-definition';

const sex: Words<Sex> = [
	['female', /^(女|女性|f|female)$/u],
	['male', /^(男|男性|m|male)$/u]
];

/** The words for either calendar. */
export const calendarChoice: Words<Calendar> = [
	['lunar', /^(农|阴|旧|古)历?$|^lunar$/u],
	['solar', /^(公|阳|新|国)历?$|^solar$/u]
];

const mobility: Words<Mobility> = [
	['homebound', /(出不了门|卧床|不能出门|不便出门|失能|homebound)/u],
	['wheelchair', /(轮椅|wheelchair)/u],
	['needs-arm', /(扶|拐|不便|半自理|差|arm)/u],
	['walks', /(好|正常|自理|能走|方便|自己走|健|walks)/u]
];

const diet: Words<Diet> = [
	['any', /^(无|没有|没有忌口|正常|不限|都可以|普通|anything|any)$/u],
	['halal', /(清真|halal)/u],
	['vegetarian', /(素|vegetarian)/u],
	['low-sugar', /(糖|sugar)/u],
	['soft', /(软|烂|稀|soft)/u],
	['light', /(清淡|少盐|不辣|少油|light)/u]
];

const photo: Words<PhotoConsent> = [
	['unasked', /^(还没问|没问|未问|未征求|notaskedyet|unasked)$/u],
	['no', /^(不同意|否|不|no|n|declined)/u],
	['yes', /^(同意|是|有|1|y|yes|agreed|√|✓)/u]
];

export const elders = defineLedger({
	columns: {
		village: shared.village,
		group: shared.group,
		name: shared.name,
		sex: { kind: 'choice', words: sex, synonyms: '性别 Sex' },
		birth: {
			kind: 'birth',
			synonyms:
				'出生日期 出生年月 出生年月日 生日 出生 生辰 寿辰 农历生日 公历生日 农历出生日期 公历出生日期 阴历生日 阳历生日 Birth date'
		},
		calendar: {
			kind: 'choice',
			words: calendarChoice,
			synonyms: '历法 日历 农历公历 农历阳历 阴历阳历 农历或公历 阴阳历 生日历法 Calendar'
		},
		phone: shared.phone,
		relativePhone: {
			kind: 'phone',
			synonyms:
				'家属电话 子女电话 家属联系电话 家属联系方式 子女联系电话 亲属电话 联系人电话 监护人电话 儿女电话 家属手机 Relative’s phone'
		},
		mobility: {
			kind: 'choice',
			words: mobility,
			synonyms: '行动 行动情况 行动能力 腿脚 自理情况 自理能力 Getting about'
		},
		transport: { ...tick, synonyms: '接送 要接送 车接 要车接 是否接送 接车 Transport' },
		pickUpPoint: { kind: 'text', most: 30, synonyms: '上车地点 上车点 接站点 接的地方 集合点 集合地点 Pick-up point' },
		diet: { kind: 'choice', words: diet, synonyms: '饮食 忌口 饮食忌口 口味 吃的 Food' },
		companions: { kind: 'number', least: 0, most: 4, synonyms: '陪同人数 陪同 同来人数 随行人数 陪同几人 Companions' },
		photo: { kind: 'choice', words: photo, synonyms: '照相 拍照 肖像 同意拍照 拍照同意 肖像同意 Pictures' }
	},
	required: ['name', 'sex', 'birth'],
	record: 'elder',
	nearDays: 0,
	mostRows: 30_000,
	units: { unnamed: 'of-the-file', within: 'own', isTownTaken: false }
});
