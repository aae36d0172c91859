import { sql, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { recordOfLedger } from '$lib/domain/ledgers/import';
import type { Ledger } from '$lib/domain/ledgers/ledger';
import type { Database } from '../client';
import { pledgeOfHost } from '../pledges/pledges-in-force';

type Statement = BatchItem<'sqlite'>;

interface Landing {
	importId: string;
	at: number;
	byId: string | null;
}

/** The new rows of an import, `r`, in the order of the file. */
const newRows = (importId: string) => sql`import_rows r where r.import_id = ${importId} and r.state = 'new'`;

const field = (name: string): SQL => sql.raw(`(r.record ->> '$.${name}')`);
const fields = (...names: string[]): SQL => sql.join(names.map(field), sql`, `);

const banquetColumns =
	sql.raw(`id, unit_id, origin, occasion, host_name_sealed, host_phone_sealed, host_phone_index, host_name_index, code,
	declared_on, planned_on, meals, tables_planned, price_per_table, venue, caterer, is_hygiene_certificate_seen, pledge_id, at, by_id`);

/** The new rows become banquets, with their outcome where the file says it. */
function landBanquets(db: Database, { importId, at, byId }: Landing): Statement[] {
	return [
		db.run(sql`insert into banquets (${banquetColumns})
			select r.record_id, ${fields('unitId', 'origin', 'occasion', 'hostNameSealed', 'hostPhoneSealed', 'hostPhoneIndex')},
				${fields('hostNameIndex', 'code', 'declaredOn', 'plannedOn', 'meals', 'tablesPlanned', 'pricePerTable')},
				${fields('venue', 'caterer', 'hygiene')}, ${pledgeOfHost(field('hostPhoneIndex'), field('declaredOn'))}, ${at}, ${byId}
			from ${newRows(importId)} order by r.nth`),
		db.run(sql`insert into banquet_outcomes (banquet_id, outcome, ended_on, tables_held, at, by_id)
			select r.record_id, ${fields('outcome', 'endedOn', 'tablesHeld')}, ${at}, ${byId}
			from ${newRows(importId)} and ${field('outcome')} is not null`)
	];
}

/**
 * Dissuasions; the banquet where it was not recorded yet; and its outcome, where it was called off or made a family
 * meal. None is confirmed.
 */
function landDissuasions(db: Database, { importId, at, byId }: Landing): Statement[] {
	const own = (...names: string[]) => fields(...names.map((name) => `banquet.${name}`));
	return [
		db.run(sql`insert into banquets (${banquetColumns})
			select ${field('banquetId')}, ${own('unitId')}, 'found', ${own('occasion', 'hostNameSealed', 'hostPhoneSealed', 'hostPhoneIndex')},
				${own('hostNameIndex', 'code', 'declaredOn', 'plannedOn')}, 1, ${own('tablesPlanned')}, null, '', '', 0,
				${pledgeOfHost(field('banquet.hostPhoneIndex'), field('banquet.declaredOn'))}, ${at}, ${byId}
			from ${newRows(importId)} and ${field('banquet')} is not null`),
		db.run(sql`insert into dissuasions (id, banquet_id, went_on, visits, outcome, note, at, by_id)
			select r.record_id, ${fields('banquetId', 'wentOn', 'visits', 'outcome', 'note')}, ${at}, ${byId} from ${newRows(importId)}`),
		db.run(sql`insert into banquet_outcomes (banquet_id, outcome, ended_on, tables_held, at, by_id)
			select ${fields('banquetId', 'ends', 'wentOn')}, 0, ${at}, ${byId} from ${newRows(importId)} and ${field('ends')} is not null
			on conflict do nothing`),
		db.run(sql`insert into import_records (import_id, record_type, record_id)
			select ${importId}, 'banquet', ${field('banquetId')} from ${newRows(importId)} and ${field('banquet')} is not null`)
	];
}

function landActivities(db: Database, { importId, at, byId }: Landing): Statement[] {
	return [
		db.run(sql`insert into activities (id, unit_id, kind, done_on, subject, place, audience, quantity, result, responsible_sealed,
				evidence, note, zero_kind, zero_month, at, by_id)
			select r.record_id, ${fields('unitId', 'kind', 'doneOn', 'subject', 'place', 'audience', 'quantity', 'result')},
				${fields('responsibleSealed', 'evidence', 'note', 'zeroKind', 'zeroMonth')}, ${at}, ${byId}
			from ${newRows(importId)} order by r.nth`)
	];
}

function landElders(db: Database, { importId, at, byId }: Landing): Statement[] {
	return [
		db.run(sql`insert into elders (id, unit_id, name_sealed, birth_sealed, person_index, phone_sealed, relative_phone_sealed, sex, mobility,
				needs_transport, pick_up_point, diet, companions, photo_consent, at, by_id)
			select r.record_id, ${fields('unitId', 'nameSealed', 'birthSealed', 'personIndex', 'phoneSealed', 'relativePhoneSealed')},
				${fields('sex', 'mobility', 'needsTransport', 'pickUpPoint', 'diet', 'companions', 'photoConsent')}, ${at}, ${byId}
			from ${newRows(importId)} order by r.nth`)
	];
}

function landHouseholds(db: Database, { importId, at, byId }: Landing): Statement[] {
	return [
		db.run(sql`insert into household_counts (unit_id, from_on, households, at, by_id)
			select ${fields('unitId', 'fromOn', 'households')}, ${at}, ${byId} from ${newRows(importId)}`)
	];
}

/** What the new rows of each ledger become; sign-ups take their places one by one, so their statements come from their own rows. */
const landings: Record<Exclude<Ledger, 'signups'>, (db: Database, landing: Landing) => Statement[]> = {
	banquets: landBanquets,
	dissuasions: landDissuasions,
	activities: landActivities,
	elders: landElders,
	households: landHouseholds
};

/** The statements that make records of an import's new rows. */
export function landRows(db: Database, ledger: Exclude<Ledger, 'signups'>, landing: Landing): Statement[] {
	return landings[ledger](db, landing);
}

/** Each record knows the import it came with. */
export function insertImportRecords(db: Database, importId: string, ledger: Ledger): Statement {
	const id = ledger === 'households' ? sql`${field('unitId')} || ':' || ${field('fromOn')}` : sql`r.record_id`;
	return db.run(sql`insert into import_records (import_id, record_type, record_id)
		select ${importId}, ${recordOfLedger[ledger]}, ${id} from ${newRows(importId)}`);
}
