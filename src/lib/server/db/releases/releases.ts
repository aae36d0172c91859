import { sql } from 'drizzle-orm';
import type { Release, ReleaseKind, ReleasedCell } from '$lib/domain/releases/release';
import type { Database } from '../client';
import { compiled } from '../compiled';
import { releases } from '../schema/releases/releases';
import type { Statement } from '../statement';

export type NewRelease = typeof releases.$inferInsert;

/** A release row each. Not for an empty list. */
export const insertReleases = (db: Database, rows: NewRelease[]): Statement => db.insert(releases).values(rows);

/** A release as a page reads it. */
export interface StoredRelease extends Release {
	/** ms, UTC */
	at: number;
}

/** Of these years of a unit, the releases in force in the order of their days; with the figures and years of which some were withdrawn. */
export async function listReleases(db: Database, unitId: string, years: readonly number[]): Promise<Releases> {
	const [row] = await askReleases(db, { unitId, years: JSON.stringify(years) });
	return { releases: releasesOf(row!.releases), withdrawn: JSON.parse(row!.withdrawn) as Releases['withdrawn'] };
}

export interface Releases {
	releases: StoredRelease[];
	withdrawn: { figure: string; year: number }[];
}

const inForce = sql`not exists (select 1 from withdrawn_releases w where w.release_id = r.id)`;

/** One row of JSON, which is read faster than a row each. */
const askReleases = compiled<Record<'unitId' | 'years', string>, Record<'releases' | 'withdrawn', string>[]>(
	(db, { unitId, years }) =>
		db
			.select({
				releases: sql<string>`json_group_array(json_array(figure, kind, year, from_on, to_on, json(cells), at))`,
				withdrawn: sql<string>`(select json_group_array(json_object('figure', figure, 'year', year)) from (
				select distinct r.figure, r.year from json_each(${years}) as y cross join public_releases r
				on r.unit_id = ${unitId} and r.year = y.value where r.id in (select release_id from withdrawn_releases)))`
			})
			.from(
				sql`(select r.* from json_each(${years}) as y cross join public_releases r
				on r.unit_id = ${unitId} and r.year = y.value where ${inForce} order by r.from_on, r.at)`
			)
);

type Row = [string, ReleaseKind, number, string, string, ReleasedCell[], number];

const releasesOf = (text: string): StoredRelease[] =>
	(JSON.parse(text) as Row[]).map(([figure, kind, year, fromOn, toOn, cells, at]) => ({
		figure,
		kind,
		year,
		fromOn,
		toOn,
		cells,
		at
	}));
