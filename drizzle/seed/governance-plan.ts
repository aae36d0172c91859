import type { AddedPlan } from './added-plan';

/** Village rules, and what is on the platform of governance (智治平台) in 2024. */
export const governancePlans: readonly AddedPlan[] = [
	{
		campaign: 'banquet-reform',
		kind: {
			name: '修订村规民约',
			nameEn: 'Village rules revised',
			measure: 'copies',
			counts: 'records',
			definition: '按程序重新修订、公示的村规民约，一个村、社区的一份算一份。',
			definitionEn: 'Village rules revised by due process and put up; one of a village or community counts as one.',
			words: ['村规民约修订', '修订村规'],
			lead: '指导各村、社区重新修订村规民约',
			isRounded: false
		},
		entries: 4,
		by: 'villages',
		months: [4, 6],
		subjects: ['村民代表大会通过新修订的村规民约'],
		place: '村党群服务中心',
		audience: '村民代表',
		result: '村务公开栏公示'
	},
	{
		campaign: 'governance',
		kind: {
			name: '上平台核心业务',
			nameEn: 'Core matters on the platform',
			measure: 'items',
			counts: 'quantity',
			definition: '当年在智治平台上运行的核心业务，每年登记一条，单位为项。',
			definitionEn: 'Core matters run on the governance platform in the year; entered once a year.',
			words: ['核心业务'],
			lead: '智治平台上线核心业务',
			isRounded: false
		},
		entries: [26],
		by: 'town',
		months: [1, 1],
		subjects: ['智治平台核心业务'],
		place: '',
		audience: '',
		result: '已上线'
	},
	{
		campaign: 'governance',
		kind: {
			name: '平台目标管理',
			nameEn: 'Targets on the platform',
			measure: 'items',
			counts: 'quantity',
			definition: '当年在智治平台上管理的目标，每年登记一条，单位为项。',
			definitionEn: 'Targets managed on the governance platform in the year; entered once a year.',
			words: ['目标管理'],
			lead: '目标管理',
			isRounded: false
		},
		entries: [69],
		by: 'town',
		months: [1, 1],
		subjects: ['智治平台目标管理'],
		place: '',
		audience: '',
		result: '已上线'
	},
	{
		campaign: 'governance',
		kind: {
			name: '平台问题管控',
			nameEn: 'Problems on the platform',
			measure: 'objects',
			counts: 'quantity',
			definition: '当年在智治平台上管控的问题，每年登记一条，单位为个。',
			definitionEn: 'Problems controlled on the governance platform in the year; entered once a year.',
			words: ['问题管控'],
			lead: '问题管控',
			isRounded: false
		},
		entries: [2],
		by: 'town',
		months: [1, 1],
		subjects: ['智治平台问题管控'],
		place: '',
		audience: '',
		result: '已上线'
	},
	{
		campaign: 'governance',
		kind: {
			name: '平台工作任务',
			nameEn: 'Tasks on the platform',
			measure: 'items',
			counts: 'quantity',
			definition: '当年在智治平台上调度的工作任务，每年登记一条，单位为项。',
			definitionEn: 'Tasks dispatched on the governance platform in the year; entered once a year.',
			words: ['工作任务'],
			lead: '工作任务',
			isRounded: false
		},
		entries: [407],
		by: 'town',
		months: [1, 1],
		subjects: ['智治平台工作任务'],
		place: '',
		audience: '',
		result: '已上线'
	},
	{
		campaign: 'governance',
		kind: {
			name: '平台KPI指标',
			nameEn: 'KPIs on the platform',
			measure: 'items',
			counts: 'quantity',
			definition: '当年在智治平台上明确的KPI指标，每年登记一条，单位为项。',
			definitionEn: 'KPIs set on the governance platform in the year; entered once a year.',
			words: ['KPI', 'KPI指标'],
			lead: '明确KPI指标',
			isRounded: false
		},
		entries: [45],
		by: 'town',
		months: [1, 1],
		subjects: ['智治平台KPI指标'],
		place: '',
		audience: '',
		result: '已上线'
	}
];
