import { shared, tick } from './column';
import { calendarChoice, diet, mobility, photo, sex } from './elder-words';
import { defineLedger } from './ledger-definition';

export const elders = defineLedger({
	columns: {
		village: shared.village,
		group: shared.group,
		name: shared.name,
		sex: { kind: 'choice', words: sex, synonyms: '性别 Sex' },
		birth: {
			kind: 'birth',
			synonyms:
				'出生日期 出生年月 出生年月日 生日 出生 生辰 寿辰 农历生日 公历生日 农历出生日期 公历出生日期 农历出生年月 公历出生年月 阴历生日 阳历生日 旧历生日 新历生日 古历生日 国历生日 Birth date'
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
	sometimes: ['calendar'],
	record: 'elder',
	dayOfUnit: [],
	apart: ['name', 'birth'],
	nearDays: 0,
	mostRows: 30_000,
	units: { unnamed: 'of-the-file', within: 'own', isTownTaken: false }
});
