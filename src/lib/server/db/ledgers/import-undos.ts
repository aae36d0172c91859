import { sql, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Ledger } from '$lib/domain/ledgers/ledger';
import type { Database } from '../client';

type Statement = BatchItem<'sqlite'>;

interface Undo {
	importId: string;
	reason: string;
	at: number;
	byId: string | null;
}

/** The banquet of a record that came with a file of dissuasions. */
function banquetOf(): SQL {
	return sql`(case i.record_type when 'banquet' then i.record_id else (select banquet_id from dissuasions where id = i.record_id) end)`;
}

/**
 * Whether a record was worked on since it was imported: the audit trail has an act on it (an import leaves none on its
 * single records), or another table refers to it, such as an invitation.
 */
const workedOn: Record<Ledger, SQL> = {
	banquets: sql`exists (select 1 from audit_entries a where a.subject_type = 'banquet' and a.subject_id = i.record_id)
		or exists (select 1 from dissuasions d where d.banquet_id = i.record_id)`,
	// Both the dissuasion and, where it came with it, its banquet: acts on either are acts on the banquet.
	dissuasions: sql`exists (select 1 from audit_entries a where a.subject_type = 'banquet' and a.at >= l.at and a.subject_id = ${banquetOf()})
		or exists (select 1 from dissuasion_confirmations c join dissuasions d on d.id = c.dissuasion_id where d.banquet_id = ${banquetOf()})`,
	activities: sql`exists (select 1 from audit_entries a where a.subject_type = 'activity' and a.subject_id = i.record_id)`,
	elders: sql`exists (select 1 from audit_entries a where a.subject_type = 'elder' and a.subject_id = i.record_id)
		or exists (select 1 from invitations n where n.elder_id = i.record_id)`,
	households: sql`not exists (select 1 from household_counts h
		where h.unit_id || ':' || h.from_on = i.record_id and h.at = l.at and h.by_id is l.by_id)`,
	signups: sql`exists (select 1 from audit_entries a where a.subject_type = 'signup' and a.subject_id = i.record_id)
		or exists (select 1 from check_ins c where c.signup_id = i.record_id)`
};

const recordsOf = (importId: string) =>
	sql`import_records i join import_landings l on l.import_id = i.import_id where i.import_id = ${importId}`;

/** How many records of an import were worked on since, or were taken out already; and how many others there are. */
export async function countWorkedOn(
	db: Database,
	importId: string,
	ledger: Ledger
): Promise<{ workedOn: number; untouched: number }> {
	const rows = await db.all<{ worked: number; records: number }>(
		sql`select count(*) as records, coalesce(sum(${workedOn[ledger]}), 0) as worked from ${recordsOf(importId)}`
	);
	const { worked, records } = rows[0]!;
	return { workedOn: worked, untouched: records - worked };
}

/** Records of an import that were worked on since, at most `most`: their ids, to look at. */
export async function listWorkedOn(db: Database, importId: string, ledger: Ledger, most: number) {
	return db.all<{ recordType: string; recordId: string }>(
		sql`select i.record_type as recordType, i.record_id as recordId from ${recordsOf(importId)} and (${workedOn[ledger]}) limit ${most}`
	);
}

/** Statements that take all records of an import that were not worked on since out of every list and figure. */
export function removeImported(db: Database, ledger: Exclude<Ledger, 'signups'>, undo: Undo): Statement[] {
	return removals[ledger](
		db,
		undo,
		sql`select i.record_id from ${recordsOf(undo.importId)} and not (${workedOn[ledger]})`
	);
}

const removals: Record<Exclude<Ledger, 'signups'>, (db: Database, undo: Undo, ids: SQL) => Statement[]> = {
	banquets: (db, { reason, at, byId }, ids) => [
		db.run(
			sql`insert into banquet_removals (banquet_id, reason, at, by_id) select record_id, ${reason}, ${at}, ${byId} from (${ids})`
		)
	],
	dissuasions: (db, { reason, at, byId, importId }, ids) => [
		db.run(sql`insert into dissuasion_removals (dissuasion_id, banquet_id, record, reason, at, by_id)
			select d.id, d.banquet_id, json_object('wentOn', d.went_on, 'visits', d.visits, 'outcome', d.outcome, 'note', d.note,
				'at', d.at, 'byId', d.by_id), ${reason}, ${at}, ${byId} from dissuasions d where d.id in (${ids})`),
		// What came with the dissuasion goes with it: its outcome of the banquet, and the banquet if the import made
		// it.
		db.run(sql`delete from banquet_outcomes where (banquet_id, at, by_id) in (select r.banquet_id, l.at, l.by_id
			from dissuasion_removals r, import_landings l where l.import_id = ${importId} and r.dissuasion_id in (${ids}))
			and banquet_id not in (select record_id from import_records where import_id = ${importId} and record_type = 'banquet')`),
		db.run(sql`insert into banquet_removals (banquet_id, reason, at, by_id) select record_id, ${reason}, ${at}, ${byId} from (${ids})
			where record_id in (select record_id from import_records where import_id = ${importId} and record_type = 'banquet')`),
		db.run(sql`delete from dissuasions where id in (select record_id from import_records where import_id = ${importId})
			and id in (select dissuasion_id from dissuasion_removals where at = ${at})
			and banquet_id not in (select banquet_id from banquet_removals)`)
	],
	activities: (db, { reason, at, byId }, ids) => [
		db.run(
			sql`insert into activity_removals (activity_id, reason, at, by_id) select record_id, ${reason}, ${at}, ${byId} from (${ids})`
		)
	],
	elders: (db, { reason, at, byId }, ids) => [
		db.run(
			sql`insert into elder_removals (elder_id, reason, at, by_id) select record_id, ${reason}, ${at}, ${byId} from (${ids})`
		)
	],
	households: (db, { reason, at, byId, importId }, ids) => [
		db.run(sql`insert into household_count_removals (id, unit_id, from_on, households, recorded_at, recorded_by_id, reason, at, by_id)
			select ${importId} || ':' || h.unit_id || ':' || h.from_on, h.unit_id, h.from_on, h.households, h.at, h.by_id, ${reason}, ${at}, ${byId}
			from household_counts h where h.unit_id || ':' || h.from_on in (${ids})`),
		db.run(sql`delete from household_counts where (unit_id, from_on) in
			(select unit_id, from_on from household_count_removals where id like ${`${importId}:%`})`)
	]
};

/** Sign-ups of an import that were not changed since, with their slots. */
export async function listUntouchedSignups(db: Database, importId: string) {
	return db.all<{ id: string; slotId: string }>(
		sql`select g.id, g.slot_id as slotId from signups g where g.place <> 'withdrawn' and g.id in
			(select i.record_id from ${recordsOf(importId)} and not (${workedOn.signups}))`
	);
}
