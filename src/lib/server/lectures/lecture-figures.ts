import { lectureKinds, placeKinds, targetGroups, type LectureKind } from '$lib/domain/lectures/lecture';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { joinGrounds, sumOfGround } from '$lib/domain/units/grounds';
import type { Context } from '../context';
import type { Database } from '$lib/server/db/client';
import { askBoth, type CountedPart } from '$lib/server/db/figures/counted-parts';
import { answersOf, askSums, askVillageSums, bothOf, type Answer } from '$lib/server/db/figures/figure-sums';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { listLectures, listSpeakers, type Sessions } from '$lib/server/db/lectures/lecture-figures';
import { readTogether } from '$lib/server/db/together';
import { askVillages, villagesOf } from '$lib/server/db/units/villages';
import { keyedTrend, monthlyTrend, villageTrend, type Counted } from '../figures/trends';

const startOn = ({ events, activities }: LedgerStarts) =>
	events === null || activities === null ? (events ?? activities) : events < activities ? events : activities;

const held = (topic?: LectureKind): CountedPart => ({ measure: 'events', kinds: ['lecture'], topic, by: 'records' });
const studied: CountedPart = { measure: 'activities', kinds: ['village-rule-study'], by: 'records' };
const events: Counted['events'] = ['lecture'];
const all: Counted = { of: [held(), studied], startOn, events };

/** Lectures and studies of village rules in a period and the one it is compared with, by kind, by month or by village, small numbers withheld. */
export const lecturesByKind = keyedTrend(lectureKinds, {
	of: (kind) => [kind === 'village-rule-study' ? studied : held(kind)],
	startOn,
	events,
	reported: 'village-rule-study'
});
export const lecturesByMonth = monthlyTrend(all);
export const lecturesByVillage = villageTrend(all);

/**
 * A period's lectures as the office sees them, each grouping whole: by kind, village, place, target group, topic,
 * partner and speaker. Studies of village rules are a kind of their own, and a column of their own in the villages'
 * table; their visitors are not counted.
 */
export async function readLectureTables(ctx: Context, { scope, period: now }: { scope: string; period: Period }) {
	const list = (by: Parameters<typeof listLectures>[3]) => listLectures(ctx.db, scope, now, by);
	const [counts, titles, places, groups, partners, speakers] = await Promise.all([
		readSessions(ctx.db, scope, now),
		...([list('title'), list('place'), list('group'), list('partner')] as const),
		listSpeakers(ctx.db, scope, now)
	]);
	return {
		...counts,
		places: inOrder([...placeKinds, ''], places),
		groups: inOrder([...targetGroups, ''], groups),
		titles: titles.slice(0, 30),
		partners: partners.filter(({ key }) => key !== ''),
		speakers: speakers.slice(0, 30).map(({ key, eventId, speakerSealed, speakerFrom, sessions, attended }) => ({
			key,
			from: speakerFrom,
			sessions,
			attended,
			name: speakerSealed ? ctx.keys.open(speakerSealed, 'lectures.speaker', eventId) : ''
		}))
	};
}

/** By kind and by village, from what is kept of every figure. */
async function readSessions(db: Database, scope: string, period: Period) {
	const topics = lectureKinds.map((kind) => (kind === 'village-rule-study' ? studied : held(kind)));
	const { villages, whole, each } = await readTogether(db, {
		villages: askVillages(db, { scope, fromOn: period.fromOn, on: period.toOn }),
		whole: askSums(db, [scope], askBoth([held(), studied, ...topics], period)),
		each: askVillageSums(db, scope, askBoth([held(), studied], period))
	});
	const [all, studies, ...kinds] = sessionsOf(answersOf(whole).get(scope)!);
	const counts = answersOf(each);
	const rows = joinGrounds(villagesOf(villages)).map((ground) => {
		const sum = (nth: 0 | 1, name: keyof Count) => sumOfGround(ground, (id) => sessionsOf(counts.get(id)!)[nth]![name]);
		const { id: key, name, nameEn } = ground;
		return {
			key,
			name,
			nameEn,
			sessions: sum(0, 'sessions'),
			attended: sum(0, 'attended'),
			studies: sum(1, 'sessions')
		};
	});
	return {
		kinds: kinds.map((count, at) => ({
			key: lectureKinds[at]!,
			...count,
			attended: topics[at] === studied ? null : count.attended
		})),
		villages: [...rows, ...ofTown({ ...all!, studies: studies!.sessions }, rows)]
	};
}

type Count = Pick<Sessions, 'sessions'> & { attended: number };

/** Of each part how often, and then how many came. */
const sessionsOf = (answers: readonly Answer[]): Count[] =>
	bothOf(answers).map(({ records, adds }) => ({ sessions: records, attended: adds }));

/** What the town itself held, which lies in no village; no line where it held none. */
function ofTown(all: Count & { studies: number }, villages: readonly (Count & { studies: number })[]) {
	const without = (name: keyof typeof all) => villages.reduce((rest, village) => rest - village[name], all[name]);
	const [sessions, attended, studies] = [without('sessions'), without('attended'), without('studies')];
	return sessions + studies === 0 ? [] : [{ key: '', name: '', nameEn: null, sessions, attended, studies }];
}

const row = (rows: readonly Sessions[], key: string): Sessions =>
	rows.find((own) => own.key === key) ?? { key, sessions: 0, attended: 0 };

/** In the order of the closed list; "not written down" ('') only where there is some. */
const inOrder = <K extends string>(keys: readonly K[], rows: readonly Sessions[]) =>
	keys.map((key) => ({ ...row(rows, key), key })).filter(({ key, sessions }) => key !== '' || sessions > 0);
