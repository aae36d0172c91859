// What snapshots of a former version settled, before anything was released.
import { sql } from 'drizzle-orm';
import type { Database } from '../client';
import { isVillage } from '../units/villages';

/**
 * The years of units that have closed periods but no release at all, not even one that was taken back: the first year first. Years that
 * `releaseFormerClosings` looked at and found nothing to publish of are left out.
 */
export const listUnreleasedYears = (db: Database) =>
	db.all<{ unitId: string; year: number }>(sql`
		select distinct c.unit_id as unitId, cast(substr(c.from_on, 1, 4) as integer) as year from closings c
		where not exists (select 1 from public_releases r where r.unit_id = c.unit_id
			and r.year = cast(substr(c.from_on, 1, 4) as integer))
		and not exists (select 1 from audit_entries a where a.verb = 'releaseFormerClosings' and a.unit_id = c.unit_id
			and json_extract(a.detail, '$.year') = cast(substr(c.from_on, 1, 4) as integer))
		order by 1, 2`);

/** The latest snapshot of each closed period of a unit's year, the latest first. */
export const listLatestSnapshots = (db: Database, unitId: string, year: number) =>
	db.all<{ id: string; fromOn: string; toOn: string }>(sql`
		select s.id, c.from_on as fromOn, c.to_on as toOn from closings c join snapshots s on s.closing_id = c.id
		where c.unit_id = ${unitId} and c.from_on between ${`${year}-01-01`} and ${`${year}-12-31`}
			and s.number = (select max(number) from snapshots where closing_id = c.id)
		order by s.number desc`);

/** The village and the occasion of each of these banquets, as they are recorded now. */
export async function placeBanquets(
	db: Database,
	ids: readonly string[]
): Promise<Map<string, { village: string; occasion: string }>> {
	const rows = await db.all<{ id: string; village: string; occasion: string }>(sql`
		select b.id, v.id as village, b.occasion from json_each(${JSON.stringify(ids)}) i
		cross join banquets b on b.id = i.value cross join unit_closure c on c.descendant_id = b.unit_id
		cross join units v on v.id = c.ancestor_id where ${isVillage}`);
	return new Map(rows.map(({ id, ...place }) => [id, place]));
}

/** How many of these pledges are of each village. */
export async function countPledges(db: Database, ids: readonly string[]): Promise<Map<string, number>> {
	const rows = await db.all<{ villageId: string; pledges: number }>(sql`
		select p.village_id as villageId, count(*) as pledges from json_each(${JSON.stringify(ids)}) i
		cross join pledges p on p.id = i.value group by 1`);
	return new Map(rows.map(({ villageId, pledges }) => [villageId, pledges]));
}
