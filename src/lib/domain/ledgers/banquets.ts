import { occasion, origin, outcome } from './banquet-words';
import { shared, tick } from './column';
import { defineLedger } from './ledger-definition';

const tables = { kind: 'number', least: 0, most: 999 } as const;

export const banquets = defineLedger({
	columns: {
		village: shared.village,
		group: shared.group,
		origin: { kind: 'choice', words: origin, synonyms: '来源 报备情况 是否报备 发现方式 Origin' },
		occasion: {
			kind: 'choice',
			words: occasion,
			synonyms: '事由 宴席类型 酒席类型 宴席事由 办酒事由 办宴事由 类型 事项 名目 宴席名称 Occasion'
		},
		host: {
			kind: 'name',
			synonyms: '户主 户主姓名 事主 事主姓名 主家 东家 对象 姓名 名字 办酒人 办宴人 劝导对象 劝阻对象 当事人 Host'
		},
		phone: shared.phone,
		declaredOn: {
			kind: 'date',
			synonyms: '报备日期 报备时间 申报日期 申报时间 备案日期 登记日期 发现日期 Declared on'
		},
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
			words: outcome,
			synonyms: '宴席结果 结果 办理情况 办理结果 处理结果 完成情况 How it ended'
		},
		endedOn: { kind: 'date', synonyms: '结果日期 办结日期 实际日期 实办日期 取消日期 Ended on' },
		tablesHeld: { ...tables, synonyms: '实办桌数 实际桌数 实际办理桌数 Tables held' },
		note: shared.note
	},
	required: ['host', 'occasion', 'plannedOn'],
	sometimes: ['tablesPlanned', 'tablesHeld'],
	record: 'banquet',
	dayOfUnit: ['plannedOn'],
	apart: ['host', 'plannedOn', 'occasion'],
	keepsNote: true,
	nearDays: 10,
	mostRows: 30_000,
	units: { unnamed: 'of-the-file', within: 'own', isTownTaken: false }
});
