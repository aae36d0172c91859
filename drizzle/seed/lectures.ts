import { addDays, dateOf, instantOf } from '../../src/lib/domain/calendar/calendar';
import type { Face, PlaceKind, TargetGroup } from '../../src/lib/domain/lectures/lecture';
import type { Context } from '../../src/lib/server/context';
import { listEvents, type EventView } from '../../src/lib/server/db/events/event-lists';
import { completeEvent } from '../../src/lib/server/events/event-completions';
import { checkIn } from '../../src/lib/server/check-in/check-in';
import { createEvent } from '../../src/lib/server/events/events';
import { publishEvent } from '../../src/lib/server/events/publications';
import { describeLecture } from '../../src/lib/server/lectures/lectures';
import { giveFeedback } from '../../src/lib/server/lectures/feedback';
import { createDice, type Dice } from './dice';
import { signUpNewcomer } from './events';
import { must, type Stage } from './stage';
import { villageKeys, type Town } from './town';
import { showFiles } from './lecture-files';
import { earlierOf, firstLaterOn } from './years';
import type { Cursor } from '../../src/lib/server/db/keyset';

/** Who speaks on a topic: a few invented people of one organisation, and sometimes a speaker without a name. */
interface Speakers {
	from: string;
	people: (string | null)[];
	places: PlaceKind[];
	groups: TargetGroup[];
}

const sentences = [
	'讲得细，听得懂。',
	'声音再大点就好了。',
	'下回讲讲腰腿痛。',
	'量血压的老师很耐心。',
	'',
	'',
	'凳子不够，站着听的。',
	''
];
const pleased: Face[] = ['good', 'good', 'good', 'fair', 'good', 'good', 'poor', 'good', 'fair', 'good'];

/** Every year's lectures with speaker and “六进”, those to come too; feedback, photos and leaflets beside some; one held just now. */
export async function playLectures(stage: Stage, town: Town, today: string): Promise<void> {
	const dice = createDice(20240607);
	const lately = await holdLately(stage, town, today);
	const speakers = speakersOf(stage);
	const now = instantOf(today, '00:00');
	const past = await listAll(stage.villager, town, 'past', now);
	const coming = await listAll(stage.villager, town, 'upcoming', now);
	for (const { id, topic, unitId, startsAt } of [...past, ...coming]) {
		const ctx = cadreOf(stage, town, unitId);
		const own = speakers[topic as keyof typeof speakers];
		const speaker = dice.pick(own.people);
		stage.at(dateOf(Math.min(startsAt ?? now, now)), '08:00');
		must(
			await describeLecture(ctx, {
				id: stage.id(),
				eventId: id,
				speaker,
				speakerFrom: own.from,
				isNamed: speaker !== null && dice.throw() < 0.5,
				placeKind: dice.pick(own.places),
				targetGroup: dice.pick(own.groups)
			})
		);
	}
	const health = past.filter(({ topic }) => topic === 'health');
	for (const [nth, { id, unitId, startsAt, title }] of health.slice(0, 2).entries()) {
		const on = dateOf(startsAt!);
		if (id === lately?.eventId) await hear(stage, dice, { ...lately, on, lastOn: addDays(today, -1) });
		if (nth < 2) await showFiles(stage, dice, cadreOf(stage, town, unitId), { eventId: id, on, title });
	}
}

function speakersOf(stage: Stage): Record<'health' | 'ideological' | 'micro-talk', Speakers> {
	const people = (count: number) => Array.from({ length: count }, () => stage.newPerson().name);
	return {
		health: {
			from: '镇卫生院',
			people: [...people(4), null],
			places: ['countryside', 'courtyard', 'community', 'family'],
			groups: ['elders', 'villagers', 'women', 'disabled-people']
		},
		ideological: {
			from: '重庆城市科技学院',
			people: people(2),
			places: ['community', 'school', 'office', 'enterprise'],
			groups: ['party-members', 'young-people', 'villagers']
		},
		'micro-talk': {
			from: '好邻居社工中心',
			people: [...people(3), null],
			places: ['courtyard', 'courtyard', 'countryside', 'family'],
			groups: ['villagers', 'caterers', 'women']
		}
	};
}

/** The lecture that guests say something about, and their slips. */
interface LectureWithGuests {
	eventId: string;
	slips: string[];
}

/** A lecture of three days ago, so that what people wrote about one is there to be read. */
async function holdLately(stage: Stage, town: Town, today: string): Promise<LectureWithGuests | null> {
	const on = addDays(today, -3);
	if (on < firstLaterOn) return null;
	const ctx = stage.as(town.actors.sanxing);
	stage.at(addDays(today, -12), '10:00');
	const [eventId, slotId] = [stage.id(), stage.id()];
	const slot = { id: slotId, startsAt: instantOf(on, '09:30'), endsAt: instantOf(on, '11:00'), capacity: null };
	must(
		await createEvent(ctx, {
			id: eventId,
			unitId: town.units.sanxing,
			kind: 'lecture',
			topic: 'health',
			title: '健康讲座：降压药怎么吃',
			place: '三星村一组院坝',
			partner: '镇卫生院',
			contactPhone: town.phone,
			slots: [slot],
			description: '带上正在吃的药，医生一样一样看。'
		})
	);
	must(await publishEvent(ctx, { id: stage.id(), eventId }));
	stage.at(addDays(today, -5), '19:00');
	for (let i = 0; i < 4; i++) await signUpNewcomer(stage, town, slotId, 1 + (i % 2));
	const slips = await letIn(stage, town, { slotId, ctx, on });
	stage.at(on, '17:00');
	must(await completeEvent(ctx, { id: stage.id(), eventId, attended: 31, note: '' }));
	return { eventId, slips };
}

/** More people sign up by themselves and come; what is made for them changes nothing else in the demo. */
async function letIn(
	stage: Stage,
	town: Town,
	{ slotId, ctx, on }: { slotId: string; ctx: Context; on: string }
): Promise<string[]> {
	const side = stage.aside(20240823, 880_000);
	const slips: string[] = [];
	stage.at(addDays(on, -1), '20:00');
	for (let i = 0; i < 17; i++) slips.push(await signUpNewcomer(side, town, slotId, 1));
	stage.at(on, '09:20');
	for (const signupId of slips)
		must(await checkIn(ctx, { id: side.id(), slotId, signupId, people: null, how: 'list' }));
	return slips;
}

/** Fourteen of them say how it was. */
async function hear(
	stage: Stage,
	dice: Dice,
	{ eventId, slips, on, lastOn }: LectureWithGuests & Record<'on' | 'lastOn', string>
): Promise<void> {
	for (const [i, signupId] of slips.slice(0, 14).entries()) {
		stage.at(earlierOf(addDays(on, i % 3), lastOn), `1${2 + (i % 7)}:20`);
		const [face, sentence] = [pleased[i % pleased.length]!, dice.pick(sentences)];
		must(await giveFeedback(stage.villager, { id: stage.id(), eventId, signupId, face, sentence }));
	}
}

function cadreOf(stage: Stage, town: Town, unitId: string): Context {
	const village = villageKeys.find((key) => town.units[key] === unitId);
	return stage.as(village ? town.actors[village] : town.actors.townCadre);
}

async function listAll(ctx: Context, town: Town, view: EventView, now: number) {
	const all: Awaited<ReturnType<typeof listEvents>>['rows'] = [];
	for (let cursor: Cursor | undefined; ;) {
		const query = { scope: town.units.town, view, now, kind: 'lecture', cursor } as const;
		const { rows, hasBelow } = await listEvents(ctx.db, query);
		all.push(...rows);
		if (!hasBelow) return all;
		const { startsAt, id } = rows.at(-1)!;
		cursor = { below: { key: startsAt ?? 0, id } };
	}
}
