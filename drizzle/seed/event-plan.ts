import type { EventKind, EventTopic } from '../../src/lib/domain/events/event';

/** A kind of event: how many took place in 2023 and in 2024, and what they were called. */
export interface EventPlan {
	kind: EventKind;
	topic: EventTopic | null;
	2023: number;
	2024: number;
	titles: string[];
	place: string;
	partner: string;
	description: string;
	/** Places in the one slot; null: no limit. */
	capacity: number | null;
	/** Parties that signed up beforehand. */
	signups: number;
	attended: [number, number];
	months?: [number, number];
}

const health = {
	kind: 'lecture',
	place: '村卫生室',
	partner: '镇卫生院',
	description: '医生到村里讲，讲完可以现场问。',
	capacity: null
} as const;

export const eventPlans: EventPlan[] = [
	{
		...health,
		topic: 'health',
		2023: 30,
		2024: 42,
		titles: [
			'高血压怎么管',
			'糖尿病吃什么',
			'冬天咳嗽要注意啥',
			'用药安全',
			'膝盖痛怎么养',
			'八段锦一起练',
			'农药中毒怎么救',
			'口腔健康'
		],
		signups: 0,
		attended: [18, 45]
	},
	{
		...health,
		topic: 'ideological',
		2023: 2,
		2024: 6,
		titles: ['思政宣讲：乡村里的新风'],
		place: '村党群服务中心',
		partner: '重庆城市科技学院',
		description: '学院师生到村宣讲。',
		signups: 0,
		attended: [40, 80]
	},
	{
		...health,
		topic: 'micro-talk',
		2023: 6,
		2024: 15,
		titles: ['微宣讲：人情账怎么算', '微宣讲：婚事新办', '微宣讲：丧事简办'],
		place: '院坝',
		partner: '好邻居社工中心',
		description: '坐在院坝里摆龙门阵，说说宴席那些事。',
		signups: 0,
		attended: [15, 35]
	},
	{
		kind: 'performance',
		topic: null,
		2023: 4,
		2024: 7,
		titles: ['“文艺快递”下基层：快板与小品', '“文艺快递”下基层：评书专场'],
		place: '村文化院坝',
		partner: '重庆城市科技学院',
		description: '村民自编自演，讲身边的事。',
		capacity: null,
		signups: 6,
		attended: [120, 260]
	},
	{
		kind: 'birthday-banquet',
		topic: null,
		2023: 8,
		2024: 21,
		titles: ['老人集体生日宴'],
		place: '村党群服务中心',
		partner: '',
		description: '当月过生日的老人一起吃碗长寿面，不收礼，子女可以陪着来。',
		capacity: 60,
		signups: 12,
		attended: [24, 56]
	},
	{
		kind: 'blood-drive',
		topic: null,
		2023: 4,
		2024: 5,
		titles: ['无偿献血、为爱挽袖'],
		place: '集镇文化广场',
		partner: '南川中心血站',
		description: '带上身份证，吃过早饭再来。能不能献，以现场医生为准。',
		capacity: 80,
		signups: 20,
		attended: [30, 60]
	},
	{
		kind: 'volunteer-day',
		topic: 'clean-up',
		2023: 8,
		2024: 11,
		titles: ['集镇大扫除'],
		place: '集镇',
		partner: '镇机关、学校、卫生院',
		description: '扫帚、手套现场发。',
		capacity: null,
		signups: 4,
		attended: [30, 70]
	},
	{
		kind: 'volunteer-day',
		topic: 'small-ads-removal',
		2023: 3,
		2024: 6,
		titles: ['清除“牛皮癣”小广告'],
		place: '集镇各街巷',
		partner: '',
		description: '铲刀、水桶现场发。',
		capacity: null,
		signups: 3,
		attended: [12, 25]
	}
];
