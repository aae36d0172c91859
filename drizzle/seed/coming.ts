import { addDays, instantOf } from '../../src/lib/domain/calendar/calendar';
import type { EventKind, EventTopic } from '../../src/lib/domain/events/event';
import { declareBanquet } from '../../src/lib/server/banquets/banquets';
import type { Context } from '../../src/lib/server/context';
import { listParties } from '../../src/lib/server/db/check-in/check-ins';
import { recordDissuasion } from '../../src/lib/server/banquets/dissuasions';
import { checkIn } from '../../src/lib/server/check-in/check-in';
import { cancelEvent, createEvent, publishEvent } from '../../src/lib/server/events/events';
import { repeatEvent } from '../../src/lib/server/events/event-series';
import { createShift, takeShift } from '../../src/lib/server/shifts/shifts';
import { editSlot } from '../../src/lib/server/events/slots';
import { checkForDrive } from './blood-drives';
import { signUpNewcomer } from './events';
import { must, type Stage } from './stage';
import type { Town } from './town';

interface Coming {
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

const comings: Coming[] = [
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

/** What is on in the weeks after `today`: open, full, cancelled and still being written; and a few banquets just filed. */
export async function playComing(stage: Stage, town: Town, today: string): Promise<void> {
	for (const coming of comings) await announce(stage, town, today, coming);
	await playFiled(stage, town, today);
}

async function announce(stage: Stage, town: Town, today: string, coming: Coming): Promise<void> {
	const {
		by,
		inDays,
		slots,
		shifts = [],
		state,
		again,
		later,
		atDoor = 0,
		topic = null,
		partner = '',
		...words
	} = coming;
	const on = addDays(today, inDays);
	const ctx = stage.as(town.actors[by]);
	const eventId = stage.id();
	const timed = slots.map(([from, to, capacity, parties]) => ({
		id: stage.id(),
		startsAt: instantOf(on, from),
		endsAt: instantOf(on, to),
		capacity,
		parties
	}));
	stage.at(addDays(today, -6), '10:00');
	must(
		await createEvent(ctx, {
			id: eventId,
			unitId: by === 'townCadre' ? town.units.town : town.units[by],
			topic,
			partner,
			kind: words.kind,
			title: words.title,
			place: words.place,
			description: words.description,
			contactPhone: town.phone,
			slots: timed.map(({ id, startsAt, endsAt, capacity }) => ({ id, startsAt, endsAt, capacity }))
		})
	);
	if (state === 'draft') return;
	must(await publishEvent(ctx, { id: stage.id(), eventId }));
	for (const { id, parties } of timed) {
		for (let i = 0; i < parties; i++) {
			stage.at(addDays(today, -5 + (i % 5)), `1${i % 10}:15`);
			await (words.kind === 'blood-drive'
				? signUpNewcomer(stage, town, id, 1, checkForDrive(stage, on))
				: signUpNewcomer(stage, town, id, 1 + (i % 2)));
		}
	}
	for (const [duty, from, to, needed] of shifts)
		await planShift(stage, town, ctx, { eventId, on, duty, from, to, needed });
	await openDoor(stage, ctx, timed[0]!.id, on, atDoor);
	stage.at(addDays(today, -1), '16:00');
	if (again) must(await repeatEvent(ctx, { id: stage.id(), eventId, rule: 'lunar-day', every: 1, times: again }));
	if (later) {
		const { id: slotId, startsAt, endsAt, capacity } = timed[0]!;
		const moved = { startsAt: startsAt + later * 60_000, endsAt: endsAt + later * 60_000 };
		must(await editSlot(ctx, { id: stage.id(), eventId, slotId, capacity, ...moved, reason: '医生早上有门诊' }));
	}
	if (state === 'cancelled')
		must(await cancelEvent(ctx, { id: stage.id(), eventId, reason: '宣讲员身体不适，改期再办' }));
}

/** The first parties of the list are in, one after the other. */
async function openDoor(stage: Stage, ctx: Context, slotId: string, on: string, count: number): Promise<void> {
	const parties = (await listParties(ctx.db, slotId)).slice(0, count);
	for (const [nth, { id }] of parties.entries()) {
		stage.at(on, `07:${40 + nth}`);
		must(await checkIn(ctx, { id: stage.id(), slotId, signupId: id, people: null, how: 'list' }));
	}
}

async function planShift(
	stage: Stage,
	town: Town,
	ctx: Context,
	{
		eventId,
		on,
		duty,
		from,
		to,
		needed
	}: { eventId: string; on: string; duty: string; from: string; to: string; needed: number }
): Promise<void> {
	const shiftId = stage.id();
	const times = { startsAt: instantOf(on, from), endsAt: instantOf(on, to) };
	must(await createShift(ctx, { id: shiftId, eventId, duty, needed, ...times }));
	if (duty === '迎宾签到') must(await takeShift(stage.as(town.actors.volunteer), { id: stage.id(), shiftId }));
	if (duty === '门口签到') must(await takeShift(stage.as(town.actors.secondVolunteer), { id: stage.id(), shiftId }));
	if (duty === '填表引导') must(await takeShift(stage.as(town.actors.secondVolunteer), { id: stage.id(), shiftId }));
}

async function playFiled(stage: Stage, town: Town, today: string): Promise<void> {
	const filed = [
		{ village: 'sanxing', occasion: 'wedding', inDays: 12, tables: 24 },
		{ village: 'hesha', occasion: 'longevity', inDays: 8, tables: 18 },
		{ village: 'zhongba', occasion: 'funeral', inDays: -2, tables: 30 },
		{ village: 'qiaotou', occasion: 'housewarming', inDays: 15, tables: 12 }
	] as const;
	for (const { village, occasion, inDays, tables } of filed) {
		const ctx = stage.as(town.actors[village]);
		const host = stage.newPerson();
		const banquetId = stage.id();
		stage.at(addDays(today, -1), '09:30');
		must(
			await declareBanquet(ctx, {
				id: banquetId,
				origin: 'declared',
				occasion,
				unitId: town.groups[village][0]!,
				hostName: host.name,
				hostPhone: host.phone,
				declaredOn: addDays(today, -1),
				plannedOn: addDays(today, inDays),
				meals: 2,
				tablesPlanned: tables,
				pricePerTable: null,
				venue: '自家院坝',
				caterer: '',
				isHygieneCertificateSeen: false
			})
		);
		if (occasion !== 'longevity') continue;
		const visit = {
			wentOn: addDays(today, -1),
			visits: 2,
			outcome: 'cancelled',
			note: '老人同意参加集体生日宴'
		} as const;
		stage.at(addDays(today, -1), '17:30');
		must(await recordDissuasion(ctx, { id: stage.id(), banquetId, ...visit }));
	}
}
