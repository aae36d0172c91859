import { activityKind, zeroKind } from './activity-words';
import { shared } from './column';
import { defineLedger } from './ledger-definition';

export const activities = defineLedger({
	columns: {
		village: shared.village,
		group: shared.group,
		kind: { kind: 'choice', words: activityKind, synonyms: '类别 工作类别 活动类别 活动类型 类型 种类 Kind' },
		on: { kind: 'date', synonyms: '日期 时间 开展日期 开展时间 活动日期 活动时间 工作日期 Done on' },
		subject: { kind: 'text', most: 200, synonyms: '事项 工作内容 内容 活动内容 主题 活动名称 工作事项 Subject' },
		place: { kind: 'text', most: 60, synonyms: '地点 活动地点 开展地点 Place' },
		audience: { kind: 'text', most: 60, synonyms: '对象 参加对象 参加人员 受众 Audience' },
		quantity: { kind: 'number', least: 0, most: 100_000, synonyms: '数量 场次 次数 幅数 份数 Quantity' },
		result: {
			kind: 'text',
			most: 200,
			synonyms:
				'结果 成效 效果 办理情况 办理结果 完成情况 完成状态 开展情况 落实情况 是否开展 是否召开 是否完成 状态 Result'
		},
		responsible: { kind: 'name', synonyms: '责任人 经办人 干部 负责人 责任干部 包村干部 劝导人 Responsible' },
		evidence: { kind: 'text', most: 200, synonyms: '佐证 佐证材料 印证资料 资料 附件 Evidence' },
		note: shared.note,
		zeroKind: { kind: 'choice', words: zeroKind, synonyms: '核实类别 核零类别 Zero of' },
		zeroMonth: { kind: 'month', synonyms: '核实月份 核零月份 月份 Zero in month' }
	},
	required: ['kind', 'on', 'subject', 'responsible'],
	sometimes: ['quantity', 'zeroKind', 'zeroMonth'],
	record: 'activity',
	dayOfUnit: ['zeroMonth', 'on'],
	apart: ['zeroKind', 'zeroMonth'],
	nearDays: 0,
	mostRows: 30_000,
	units: { unnamed: 'of-the-file', within: 'own', isTownTaken: true }
});
