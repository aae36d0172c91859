import { lectureKinds, placeKinds, targetGroups, type LectureKind } from '$lib/domain/lectures/lecture';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Context } from '../context';
import type { CountedPart } from '$lib/server/db/figures/counted-parts';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { listLectures, listSpeakers, listStudies, type Sessions } from '$lib/server/db/lectures/lecture-figures';
import { askVillages, villagesOf } from '$lib/server/db/units/villages';
import { keyedTrend, monthlyTrend, villageTrend, type Counted } from '../figures/trends';

const startOn = ({ events, activities }: LedgerStarts) =>
	events === null || activities === null ? (events ?? activities) : events < activities ? events : activities;

const held = (topic?: LectureKind): CountedPart => ({ measure: 'events', kinds: ['lecture'], topic, by: 'records' });
const studied: CountedPart = { measure: 'activities', kinds: ['village-rule-study'], by: 'records' };
const all: Counted = { of: [held(), studied], startOn };

/** Lectures and studies of village rules in a period and the one it is compared with, by kind, by month or by village, small numbers withheld. */
export const lecturesByKind = keyedTrend(lectureKinds, {
	of: (kind) => [kind === 'village-rule-study' ? studied : held(kind)],
	startOn
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
	const [topics, byUnit, titles, places, groups, partners, speakers, studies, villages] = await Promise.all([
		...([list('topic'), list('village'), list('title'), list('place'), list('group'), list('partner')] as const),
		...([listSpeakers(ctx.db, scope, now), listStudies(ctx.db, scope, now), askVillages(ctx.db, { scope })] as const)
	]);
	const studied = studies.reduce((sum, { sessions }) => sum + sessions, 0);
	return {
		kinds: inOrder(lectureKinds, [...topics, { key: 'village-rule-study', sessions: studied, attended: null }]),
		villages: villagesOf(villages)
			.map(({ id, name, nameEn }) => ({
				name,
				nameEn,
				...row(byUnit, id),
				studies: row(studies, id).sessions
			}))
			.concat(ofTown(byUnit, studies)),
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

const row = (rows: readonly Sessions[], key: string): Sessions =>
	rows.find((own) => own.key === key) ?? { key, sessions: 0, attended: 0 };

/** What the town itself held, which lies in no village; no line where it held none. */
function ofTown(byUnit: readonly Sessions[], studies: readonly Sessions[]) {
	const [own, study] = [row(byUnit, ''), row(studies, '').sessions];
	return own.sessions + study === 0 ? [] : [{ name: '', nameEn: null, ...own, studies: study }];
}

/** In the order of the closed list; "not written down" ('') only where there is some. */
const inOrder = <K extends string>(keys: readonly K[], rows: readonly Sessions[]) =>
	keys.map((key) => ({ ...row(rows, key), key })).filter(({ key, sessions }) => key !== '' || sessions > 0);
