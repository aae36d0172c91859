// What is on in the weeks after today.
import type { EventKind, EventTopic } from '../../src/lib/domain/events/event';

export interface Coming {
	inDays: number;
	kind: EventKind;
	topic?: EventTopic;
	title: string;
	place: string;
	description: string;
	partner?: string;
	/** [start, end, places or null, parties signed up] */
	slots: [string, string, number | null, number][];
	by: 'townCadre' | 'sanxing' | 'hesha' | 'zhongba' | 'qiaotou';
	state?: 'draft' | 'cancelled';
	/** How many more times it is held, by the lunar day of the month. */
	again?: number;
	/** Its only slot is put off by so many minutes once people have signed up. */
	later?: number;
	/** [duty, start, end, people needed] */
	shifts?: [string, string, string, number][];
	/** Parties of the first slot that are in already. */
	atDoor?: number;
}

export const comings: Coming[] = [
	{
		inDays: 4,
		kind: 'lecture',
		topic: 'health',
		title: '健康讲座：冬天咳嗽要注意啥',
		place: '三星村党群服务中心',
		description: '镇卫生院的医生来讲，讲完可以现场问，也给大家量血压。',
		partner: '镇卫生院',
		slots: [['09:30', '11:00', null, 9]],
		by: 'sanxing',
		later: 30
	},
	{
		inDays: 9,
		kind: 'blood-drive',
		title: '无偿献血、为爱挽袖',
		place: '集镇文化广场',
		description: '带上身份证，吃过早饭再来。18 到 55 周岁、身体健康的都可以。能不能献，以现场医生为准。',
		partner: '南川中心血站',
		slots: [
			['09:00', '09:15', 4, 6],
			['09:15', '09:30', 4, 4],
			['09:30', '09:45', 4, 3],
			['09:45', '10:00', 4, 2],
			['10:00', '10:15', 4, 2],
			['10:15', '10:30', 4, 1],
			['10:30', '10:45', 4, 0],
			['10:45', '11:00', 4, 0],
			['14:00', '14:15', 4, 1],
			['14:15', '14:30', 4, 1],
			['14:30', '14:45', 4, 0],
			['14:45', '15:00', 4, 0]
		],
		by: 'townCadre',
		shifts: [
			['迎宾签到', '08:30', '11:00', 2],
			['填表引导', '08:30', '11:00', 3],
			['秩序与茶水', '13:30', '15:30', 2]
		]
	},
	{
		inDays: 13,
		kind: 'birthday-banquet',
		title: '老人集体生日宴',
		place: '河沙村党群服务中心',
		description: '这两个月过生日、满 60 岁的老人都请来，一起吃碗长寿面。不收礼，子女可以陪着来。',
		slots: [['11:00', '13:30', 40, 9]],
		by: 'hesha',
		shifts: [['摆桌端菜', '09:30', '13:30', 4]]
	},
	{
		inDays: 16,
		kind: 'performance',
		title: '“文艺快递”下基层：快板、小品专场',
		place: '中坝村文化院坝',
		description: '村民自编自演，讲的都是身边事。自带小板凳。',
		partner: '重庆城市科技学院',
		slots: [['14:30', '16:30', null, 5]],
		by: 'zhongba'
	},
	{
		inDays: 20,
		kind: 'volunteer-day',
		topic: 'clean-up',
		title: '集镇大扫除',
		place: '集镇农贸市场门口集合',
		description: '扫帚、手套现场发，中午管一顿便饭。',
		slots: [['08:30', '11:30', 50, 6]],
		by: 'townCadre',
		shifts: [['分发工具', '08:00', '09:00', 2]]
	},
	{
		inDays: 11,
		kind: 'lecture',
		topic: 'micro-talk',
		title: '院坝夜话：家风故事',
		place: '河沙村二组院坝',
		description: '男女老少都可以来摆。自带板凳，茶水管够。',
		slots: [['19:00', '20:30', null, 3]],
		by: 'hesha',
		again: 3
	},
	{
		inDays: 6,
		kind: 'lecture',
		topic: 'micro-talk',
		title: '微宣讲：人情账怎么算',
		place: '桥头社区小广场',
		description: '坐下来摆一摆，人情往来怎么才不累。',
		slots: [['19:00', '20:00', null, 2]],
		by: 'qiaotou',
		state: 'cancelled'
	},
	{
		inDays: 27,
		kind: 'lecture',
		topic: 'ideological',
		title: '思政宣讲：乡村里的新风',
		place: '桥头社区党群服务中心',
		description: '',
		slots: [['15:00', '16:00', 60, 0]],
		by: 'qiaotou',
		state: 'draft'
	},
	{
		inDays: 0,
		kind: 'lecture',
		topic: 'health',
		title: '健康讲座：高血压怎么管',
		place: '集镇文化活动中心',
		description: '镇卫生院的医生来讲，讲完量血压。',
		partner: '镇卫生院',
		slots: [
			['08:00', '09:30', 30, 14],
			['10:00', '11:30', 20, 5]
		],
		by: 'townCadre',
		shifts: [['门口签到', '07:30', '11:30', 2]],
		atDoor: 5
	}
];
