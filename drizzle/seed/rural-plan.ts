import type { AddedPlan } from './added-plan';

/** What the town does for its countryside (和美乡村) in 2024. */
export const ruralPlans: readonly AddedPlan[] = [
	{
		campaign: 'rural',
		kind: {
			name: '垃圾分类投放点',
			nameEn: 'Waste sorting points',
			measure: 'places',
			counts: 'quantity',
			definition: '新增的垃圾分类投放点，把台账中的数量加起来，单位为处。',
			definitionEn: 'New points for sorted waste; quantities are added up.',
			words: ['投放点', '分类投放点'],
			lead: '新增垃圾分类投放点',
			isRounded: true
		},
		entries: [15, 16, 16, 16],
		by: 'villages',
		subjects: ['新增垃圾分类投放点'],
		place: '居民点',
		audience: '村民',
		result: '已投用'
	},
	{
		campaign: 'rural',
		kind: {
			name: '垃圾分类海报',
			nameEn: 'Waste sorting posters',
			measure: 'copies',
			counts: 'quantity',
			definition: '发放的垃圾分类宣传海报，把台账中的数量加起来，单位为份。',
			definitionEn: 'Posters on waste sorting that were handed out; quantities are added up.',
			words: ['垃圾分类宣传海报'],
			lead: '发放垃圾分类宣传海报',
			isRounded: true
		},
		entries: [520, 510, 520, 510],
		by: 'villages',
		subjects: ['入户发放垃圾分类宣传海报'],
		place: '居民点',
		audience: '村民',
		result: '已发放'
	},
	{
		campaign: 'rural',
		kind: {
			name: '乡村文化活动',
			nameEn: 'Rural culture days',
			measure: 'sessions',
			counts: 'records',
			definition: '镇、村主办的乡村文化主题活动，一条台账算一场次。“文艺快递”下基层的演出另算。',
			definitionEn:
				'Rural culture days held by the town or a village; one entry counts once. Touring arts performances are counted apart.',
			words: ['文化活动', '文旅活动'],
			lead: '举办三星村中国年等乡村文化主题活动',
			isRounded: false
		},
		entries: 3,
		by: 'villages',
		subjects: ['三星村中国年', '“178上寻年味”主题活动', '“科技与激情共舞，文化与越野同行”主题活动'],
		place: '村文化院坝',
		audience: '村民、游客',
		result: '活动照片存档'
	}
];
