import type { AddedPlan } from './added-plan';

/** What the town does for safety (平安建设) in 2024. */
export const peacePlans: readonly AddedPlan[] = [
	{
		campaign: 'peace',
		kind: {
			name: '平安建设专题会议',
			nameEn: 'Safety meetings',
			measure: 'times',
			counts: 'records',
			definition: '反诈、反邪、禁毒、国家安全人民防线等专题会议，一条台账算一次。',
			definitionEn: 'Meetings on fraud, cults, drugs and national security; one entry counts once.',
			words: ['反诈会议', '禁毒会议', '平安会议'],
			lead: '推进反诈、反邪、禁毒等领域宣传，召开专题会议',
			isRounded: false
		},
		entries: 45,
		by: 'town',
		subjects: ['反诈专题会议', '禁毒专题会议', '反邪教专题会议'],
		place: '镇政府会议室',
		audience: '镇村干部',
		result: '形成会议记录'
	},
	{
		campaign: 'peace',
		kind: {
			name: '平安宣传进校园',
			nameEn: 'Safety talks at school',
			measure: 'times',
			counts: 'records',
			definition: '反诈、禁毒等入校宣传活动，一条台账算一次。',
			definitionEn: 'Talks on fraud and drugs held at schools; one entry counts once.',
			words: ['入校宣传', '禁毒进校园', '反诈进校园'],
			lead: '开展入校宣传活动',
			isRounded: false
		},
		entries: 12,
		by: 'town',
		months: [3, 12],
		subjects: ['反诈知识进校园', '禁毒知识进校园'],
		place: '镇中心校',
		audience: '中心校师生',
		result: '活动照片存档'
	},
	{
		campaign: 'peace',
		kind: {
			name: '巡防巡逻',
			nameEn: 'Patrols',
			measure: 'times',
			counts: 'records',
			definition: '组织的巡防巡逻，一条台账算一次。',
			definitionEn: 'Patrols that were organised; one entry counts once.',
			words: ['巡逻', '巡防'],
			lead: '巡防巡逻',
			isRounded: true
		},
		entries: 24,
		by: 'villages',
		subjects: ['夜间巡防巡逻'],
		place: '辖区',
		audience: '',
		result: '未见异常'
	},
	{
		campaign: 'peace',
		kind: {
			name: '未成年人保护驿站',
			nameEn: 'Stations for minors',
			measure: 'objects',
			counts: 'quantity',
			definition: '新建成的“杜鹃花开”未成年人保护驿站，把台账中的数量加起来，单位为个。',
			definitionEn: 'Newly built “Azalea” stations for the protection of minors; quantities are added up.',
			words: ['驿站', '保护驿站'],
			lead: '建成“杜鹃花开”未成年人保护驿站',
			isRounded: false
		},
		entries: [2, 1, 2, 1],
		by: 'town',
		months: [3, 11],
		subjects: ['建成“杜鹃花开”未成年人保护驿站'],
		place: '村党群服务中心',
		audience: '未成年人',
		result: '已投用'
	},
	{
		campaign: 'peace',
		kind: {
			name: '食品药品安全巡查',
			nameEn: 'Food and medicine inspections',
			measure: 'times',
			counts: 'records',
			definition: '严格落实季度巡查制度，开展的食品药品安全巡查，一条台账算一次。',
			definitionEn: 'Quarterly inspections of food and medicine safety; one entry counts once.',
			words: ['食品安全巡查', '食药巡查'],
			lead: '开展食品药品安全巡查',
			isRounded: false
		},
		entries: 5,
		by: 'town',
		subjects: ['食品药品安全巡查'],
		place: '集镇、各村',
		audience: '店铺',
		result: '发现问题当场整改'
	}
];
