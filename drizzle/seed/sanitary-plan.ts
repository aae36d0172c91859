import type { AddedPlan } from './added-plan';

/** What the town does to become a sanitary town (市级卫生镇) in 2024. */
export const sanitaryPlans: readonly AddedPlan[] = [
	{
		campaign: 'sanitary',
		kind: {
			name: '健康教育专栏',
			nameEn: 'Health education boards',
			measure: 'boards',
			counts: 'quantity',
			definition: '集镇和村、社区新布置的健康教育专栏，把台账中的数量加起来，单位为块。',
			definitionEn:
				'New health education boards in the market town, villages and communities; quantities are added up.',
			words: ['专栏', '健康专栏'],
			lead: '布置健康教育专栏',
			isRounded: false
		},
		entries: [3, 3, 2, 4],
		by: 'town',
		subjects: ['集镇布置健康教育专栏'],
		place: '集镇',
		audience: '群众',
		result: '已布置'
	},
	{
		campaign: 'sanitary',
		kind: {
			name: '创卫固定标语',
			nameEn: 'Sanitary-town slogans',
			measure: 'places',
			counts: 'quantity',
			definition: '为创建市级卫生镇新设置的固定大、小宣传标语，把台账中的数量加起来，单位为处。',
			definitionEn: 'New fixed slogans, large and small, for the sanitary-town campaign; quantities are added up.',
			words: ['创卫标语', '创卫宣传标语', '固定标语'],
			lead: '设置创卫固定大、小宣传标语',
			isRounded: true
		},
		entries: [8, 6, 9, 5, 4],
		by: 'town',
		subjects: ['设置创卫固定宣传标语'],
		place: '集镇、主公路沿线',
		audience: '过往群众',
		result: '已设置'
	},
	{
		campaign: 'sanitary',
		kind: {
			name: '“门前三包”海报',
			nameEn: 'Posters on frontage duties',
			measure: 'sheets',
			counts: 'quantity',
			definition: '粘贴的“门前三包”等海报，把台账中的数量加起来，单位为张。',
			definitionEn: 'Posters put up on frontage duties and the like; quantities are added up.',
			words: ['门前三包', '三包海报'],
			lead: '粘贴“门前三包”等海报',
			isRounded: false
		},
		entries: [20, 18, 12],
		by: 'town',
		subjects: ['沿街商户粘贴“门前三包”海报'],
		place: '集镇',
		audience: '沿街商户',
		result: '已粘贴'
	},
	{
		campaign: 'sanitary',
		kind: {
			name: '创卫广播',
			nameEn: 'Sanitary-town broadcasts',
			measure: 'times',
			counts: 'quantity',
			definition:
				'赶场天播放《创建市级卫生镇倡议书》广播，把台账中的数量加起来，播一次算一次。播放《文明操办宴席倡议书》的不算。',
			definitionEn:
				'Broadcasts of the sanitary-town appeal on market days; quantities are added up, each time counts once. Those of the banquet appeal do not count.',
			words: ['广播', '创卫倡议书', '创卫倡议书广播'],
			lead: '坚持赶场天播放《太平场镇创建市级卫生镇倡议书》广播',
			isRounded: true
		},
		entries: Array<number>(12).fill(17),
		by: 'town',
		subjects: ['赶场天播放《太平场镇创建市级卫生镇倡议书》'],
		place: '集镇',
		audience: '赶场群众',
		result: '按时播放'
	},
	{
		campaign: 'sanitary',
		kind: {
			name: '现场纠正不文明行为',
			nameEn: 'On-site corrections',
			measure: 'times',
			counts: 'quantity',
			definition:
				'联合派出所、交通站等单位现场纠正乱扔乱倒、乱搭乱建、乱堆乱摆、乱停乱放等行为，把台账中的数量加起来，单位为次。不记是谁。',
			definitionEn:
				'Littering, unlawful sheds, goods and vehicles left about, put right on the spot together with the police and the traffic office; quantities are added up. Whose they are is not kept.',
			words: ['现场纠正', '十乱整治', '整治十乱'],
			lead: '现场纠正乱扔乱倒、乱搭乱建、乱堆乱摆、乱停乱放等行为',
			isRounded: true
		},
		entries: [3, 3, 2, 3, 3, 3, 2, 3, 3, 3, 2, 3],
		by: 'town',
		subjects: ['联合派出所、交通站整治集镇“十乱”'],
		place: '集镇',
		audience: '摊主、车主',
		result: '当场改正'
	}
];
