// Who helped where.

export type Helper = 'volunteer' | 'secondVolunteer';

/** What a volunteer stated of the hours, and the town's cadre after that: confirmed, or another number with its reason. */
export interface Served {
	who: Helper;
	stated?: number;
	answer?: 'confirmed' | [minutes: number, reason: string];
}

export interface Held {
	daysAgo: number;
	title: string;
	place: string;
	description: string;
	/** [duty, start, end, people needed, who came] */
	shifts: [string, string, string, number, Served[]][];
}

export const held: Held[] = [
	{
		daysAgo: 41,
		title: '便民服务赶场天',
		place: '集镇文化广场',
		description: '理发、磨刀、量血压，都不收钱。',
		shifts: [
			['登记引导', '08:30', '11:30', 1, [{ who: 'volunteer', stated: 180, answer: 'confirmed' }]],
			['收拾场地', '11:30', '13:00', 1, [{ who: 'secondVolunteer', stated: 90, answer: 'confirmed' }]]
		]
	},
	{
		daysAgo: 9,
		title: '便民服务进院坝',
		place: '三星村文化院坝',
		description: '理发、磨刀、量血压，都不收钱。',
		shifts: [
			[
				'登记引导',
				'08:30',
				'11:30',
				2,
				[
					{ who: 'volunteer', stated: 165, answer: 'confirmed' },
					{ who: 'secondVolunteer', stated: 180, answer: [150, '十一点就收摊了'] }
				]
			],
			['收拾场地', '12:00', '13:30', 2, [{ who: 'volunteer', stated: 90 }, { who: 'secondVolunteer' }]]
		]
	}
];
