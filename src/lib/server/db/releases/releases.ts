import { sql, type Placeholder } from 'drizzle-orm';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Merger, PublishedAgain, Split } from '$lib/domain/releases/published';
import type { EarlierRelease, NamedVillage, Release, ReleaseKind, ReleasedCell } from '$lib/domain/releases/release';
import type { WithdrawnRelease } from '$lib/domain/releases/withdrawn';
import type { Database } from '../client';
import { compiled } from '../compiled';
import { releases, replacedReleases } from '../schema/releases/releases';
import type { Statement } from '../statement';
import { villagesWithin } from '../units/villages';

export type NewRelease = typeof releases.$inferInsert;

/** A release row each. Not for an empty list. */
export const insertReleases = (db: Database, rows: NewRelease[]): Statement => db.insert(releases).values(rows);

/** A release as a page reads it. */
export interface StoredRelease extends Release {
	/** ms, UTC */
	at: number;
	/** The number of the snapshot that published it. */
	snapshot: number;
}

/** Of these years of a unit, the releases in force in the order of their days; and what became of others, and which periods are closed. */
export async function listReleases(db: Database, unitId: string, years: readonly number[]): Promise<Releases> {
	const [row] = await askReleases(db, { unitId, years: JSON.stringify(years) });
	const { releases: text, ...rest } = row!;
	const read = Object.entries(rest).map(([name, list]) => [name, JSON.parse(list) as unknown]);
	return { releases: releasesOf(text), ...(Object.fromEntries(read) as Omit<Releases, 'releases'>) };
}

export interface Releases {
	releases: StoredRelease[];
	/** Those that were withdrawn, each once. */
	withdrawn: WithdrawnRelease[];
	/** Those that were published anew, with the instant of it (ms, UTC). */
	replaced: { figure: string; year: number; at: number }[];
	/** Those of which some were withdrawn and that are published again. */
	again: (PublishedAgain & { figure: string; year: number })[];
	closed: Period[];
	/** Villages that went into another within these years, each as it was named last. */
	mergers: Merger[];
	/** Villages that were split by the end of these years, the first day after each. */
	splits: Split[];
	/** The names of villages today, by their ids. */
	names: Record<string, NamedVillage>;
}

const ofYears = (years: Placeholder | string, unitId: Placeholder | string) =>
	sql`json_each(${years}) as y cross join public_releases r on r.unit_id = ${unitId} and r.year = y.value`;

/** True for a release `r` that is neither withdrawn nor replaced. */
const inForce = sql`not exists (select 1 from withdrawn_releases w where w.release_id = r.id)
	and not exists (select 1 from replaced_releases p where p.release_id = r.id)`;

/** Why the figure and year of a release `r` were withdrawn last, be it with another figure. */
const withdrawnFor = sql`(select w.reason from public_releases o join withdrawn_releases x on x.release_id = o.id
	join release_withdrawals w on w.id = x.withdrawal_id join release_withdrawal_confirmations c on c.withdrawal_id = w.id
	where o.unit_id = r.unit_id and o.figure = r.figure and o.year = r.year order by c.at desc limit 1)`;

/** One row of JSON, which is read faster than a row each. */
const askReleases = compiled<
	Record<'unitId' | 'years', string>,
	Record<'releases' | 'withdrawn' | 'replaced' | 'again' | 'closed' | 'mergers' | 'splits' | 'names', string>[]
>((db, { unitId, years }) =>
	db.select({
		releases: sql<string>`json_group_array(json_array(json_array(figure, kind, year, from_on, to_on, json(cells)), at, snapshot))`,
		withdrawn: sql<string>`(select json_group_array(json_object('figure', figure, 'kind', kind, 'year', year, 'fromOn', from_on, 'toOn', to_on, 'reason', reason)) from (
				select distinct r.figure, r.kind, r.year, r.from_on, r.to_on, ${withdrawnFor} as reason from ${ofYears(years, unitId)} where r.id in (select release_id from withdrawn_releases)))`,
		replaced: sql<string>`(select json_group_array(json_object('figure', figure, 'year', year, 'at', at)) from (
				select distinct r.figure, r.year, s.at from ${ofYears(years, unitId)}
				join replaced_releases p on p.release_id = r.id join snapshots s on s.id = p.snapshot_id))`,
		again: sql<string>`(select json_group_array(json_object('figure', figure, 'year', year, 'withdrawnAt', withdrawnAt, 'at', at, 'reason', reason, 'withdrawnFor', withdrawnFor))
				from (select r.figure, r.year, min(s.at) as at, s.reason, ${withdrawnFor} as withdrawnFor, (select max(c.at) from withdrawn_releases w
						join public_releases o on o.id = w.release_id join release_withdrawal_confirmations c on c.withdrawal_id = w.withdrawal_id
						where o.unit_id = r.unit_id and o.figure = r.figure and o.year = r.year) as withdrawnAt
					from ${ofYears(years, unitId)} join snapshots s on s.id = r.snapshot_id
					where r.kind in ('line', 'year') and ${inForce} group by r.figure, r.year) where withdrawnAt is not null)`,
		closed: sql<string>`(select json_group_array(json_object('fromOn', from_on, 'toOn', to_on)) from closings
				where unit_id = ${unitId} and substr(from_on, 1, 4) in (select cast(value as text) from json_each(${years})))`,
		mergers: sql<string>`(select json_group_array(json_object('onDate', s.on_date, 'id', v.id, 'name', v.name, 'nameEn', v.name_en,
				'into', json_object('id', t.id, 'name', t.name, 'nameEn', t.name_en))) from ${villagesWithin(unitId)} v
				join unit_successions s on s.from_id = v.id join units t on t.id = s.to_id
				where substr(s.on_date, 1, 4) in (select cast(value as text) from json_each(${years})))`,
		names: sql<string>`(select json_group_object(v.id, json_object('name', v.name, 'nameEn', v.name_en)) from ${villagesWithin(unitId)} v)`,
		splits: sql<string>`(select json_group_array(json_object('onDate', s.on_date, 'name', v.name, 'nameEn', v.name_en,
				'into', json((select json_group_array(json_object('name', t.name, 'nameEn', t.name_en)) from (select t.name, t.name_en
					from unit_splits p join units t on t.id = p.to_id where p.from_id = v.id order by p.nth) t))))
				from unit_splits s cross join ${villagesWithin(unitId)} v on v.id = s.from_id and s.nth = 1
				where substr(s.on_date, 1, 4) <= (select cast(max(value) as text) from json_each(${years})))`
	}).from(sql`(select r.*, n.number as snapshot from ${ofYears(years, unitId)}
			cross join snapshots n on n.id = r.snapshot_id where ${inForce} order by r.from_on, r.at)`)
);

/** What was published of these years of a unit and is no longer in force, the oldest first. */
export async function listEarlierReleases(
	db: Database,
	unitId: string,
	years: readonly number[]
): Promise<EarlierRelease[]> {
	const rows = await db.all<{ release: string; withdrawalId: string | null; snapshotId: string | null }>(sql`
		select json_array(r.figure, r.kind, r.year, r.from_on, r.to_on, json(r.cells)) as release,
			w.withdrawal_id as withdrawalId, p.snapshot_id as snapshotId
		from ${ofYears(JSON.stringify(years), unitId)}
		left join withdrawn_releases w on w.release_id = r.id left join replaced_releases p on p.release_id = r.id
		where w.release_id is not null or p.release_id is not null order by r.at, r.from_on`);
	return rows.map(({ release, withdrawalId, snapshotId }) => ({
		...releaseOf(JSON.parse(release) as Row),
		ended: snapshotId ? 'replaced' : 'withdrawn',
		until: (snapshotId ?? withdrawalId)!
	}));
}

/** Of a unit's year, ends what is in force of a figure and these kinds: the snapshot publishes it anew in the same act. */
export const insertReplacedReleases = (
	db: Database,
	of: { unitId: string; year: number; figure: string; kinds: readonly ReleaseKind[]; snapshotId: string }
): Statement =>
	db.insert(replacedReleases).select(
		sql`select r.id as release_id, ${of.snapshotId} as snapshot_id from public_releases r where r.unit_id = ${of.unitId}
			and r.year = ${of.year} and r.figure = ${of.figure} and r.kind in (select value from json_each(${JSON.stringify(of.kinds)}))
			and ${inForce}`
	);

type Row = [string, ReleaseKind, number, string, string, ReleasedCell[]];

const releasesOf = (text: string): StoredRelease[] =>
	(JSON.parse(text) as [Row, number, number][]).map(([row, at, snapshot]) => ({ ...releaseOf(row), at, snapshot }));

function releaseOf([figure, kind, year, fromOn, toOn, cells]: Row): Release {
	return { figure, kind, year, fromOn, toOn, cells };
}
