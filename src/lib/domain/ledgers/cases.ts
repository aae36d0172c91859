import { caseKind, caseLevel, caseState } from './case-words';
import { shared } from './column';
import { defineLedger } from './ledger-definition';

export const cases = defineLedger({
	columns: {
		village: shared.village,
		caseKind: {
			kind: 'choice',
			words: caseKind,
			synonyms: '事项类别 类别 类型 事件类型 事项类型 事件类别 Kind of case'
		},
		level: {
			kind: 'choice',
			words: caseLevel,
			synonyms: '办理层级 层级 处置层级 由哪一级办理 办理单位层级 Handled by'
		},
		receivedOn: {
			kind: 'date',
			synonyms:
				'受理日期 受理时间 登记日期 登记时间 排查日期 排查时间 接报日期 接报时间 上报日期 上报时间 日期 时间 Received on'
		},
		settleBy: { kind: 'date', synonyms: '办结期限 期限 办理期限 办理时限 时限 截止日期 应办结日期 Due on' },
		matter: {
			kind: 'text',
			most: 300,
			synonyms: '什么事 事项 事由 内容 简要情况 主要内容 事件内容 纠纷内容 诉求内容 What it is about'
		},
		caseState: {
			kind: 'choice',
			words: caseState,
			synonyms: '是否办结 办理情况 化解情况 是否化解 办理状态 状态 办理结果 化解结果 结果 处理结果 State'
		},
		settledOn: { kind: 'date', synonyms: '办结日期 办结时间 化解日期 化解时间 完成日期 完成时间 结案日期 Settled on' },
		settlement: { kind: 'text', most: 300, synonyms: '结果说明 处理意见 办理说明 化解方式 处置情况 Result' }
	},
	required: ['caseKind', 'receivedOn', 'matter'],
	sometimes: ['level', 'settleBy', 'caseState', 'settledOn'],
	record: 'case',
	dayOfUnit: ['receivedOn'],
	apart: ['matter'],
	nearDays: 0,
	mostRows: 30_000,
	units: { unnamed: 'of-the-file', within: 'own', isTownTaken: true }
});
