import { lectureKinds, placeKinds, targetGroups } from '$lib/domain/lectures/lecture';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Trend } from '$lib/domain/figures/trend';
import type { Context } from '../context';
import type { Database } from '$lib/server/db/client';
import { readLedgerStarts } from '$lib/server/db/figures/figures';
import {
	countLectures,
	listLectures,
	listSpeakers,
	listStudies,
	type Sessions
} from '$lib/server/db/lectures/lecture-figures';
import { readKeyed, readMonthly } from '../figures/public-trend';
import type { TrendQuery } from '../figures/trend-source';
import { listVillages, readByVillage, type NamedCell } from '../figures/trends';

/** Lectures and studies of village rules in a period and the one it is compared with, by kind or by month, small numbers withheld. */
export async function readLectureTrend(db: Database, query: TrendQuery & { by: 'kind' | 'month' }): Promise<Trend> {
	const starts = await readLedgerStarts(db);
	const startOn = earlier(starts.events, starts.activities);
	const read = (by: 'all' | 'kind') => (period: Period) => countLectures(db, query.scope, period, by);
	return query.by === 'month'
		? readMonthly(query, { startOn, read: read('all') })
		: readKeyed(query, { startOn, read: read('kind') }, lectureKinds);
}

/** The same by village. */
export async function readLecturesByVillage(db: Database, query: TrendQuery): Promise<Trend<NamedCell>> {
	const starts = await readLedgerStarts(db);
	const startOn = earlier(starts.events, starts.activities);
	return readByVillage(db, query, { startOn, read: (period) => countLectures(db, query.scope, period, 'village') });
}

const earlier = (a: string | null, b: string | null) => (a === null || b === null ? (a ?? b) : a < b ? a : b);

/**
 * A period's lectures as the office sees them, each grouping whole: by kind, village, place, target group, topic,
 * partner and speaker. Studies of village rules are a kind of their own, and a column of their own in the villages'
 * table; their visitors are not counted.
 */
export async function readLectureTables(ctx: Context, { scope, period: now }: { scope: string; period: Period }) {
	const list = (by: Parameters<typeof listLectures>[3]) => listLectures(ctx.db, scope, now, by);
	const [topics, byUnit, titles, places, groups, partners, speakers, studies, villages] = await Promise.all([
		...([list('topic'), list('village'), list('title'), list('place'), list('group'), list('partner')] as const),
		...([listSpeakers(ctx.db, scope, now), listStudies(ctx.db, scope, now), listVillages(ctx.db, scope)] as const)
	]);
	const studied = studies.reduce((sum, { sessions }) => sum + sessions, 0);
	return {
		kinds: inOrder(lectureKinds, [...topics, { key: 'village-rule-study', sessions: studied, attended: null }]),
		villages: villages
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
