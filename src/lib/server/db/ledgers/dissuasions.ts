import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Occasion, Outcome } from '$lib/domain/banquets/banquet';
import type { DissuasionOutcome } from '$lib/domain/banquets/dissuasion';
import type { ImportedRecord } from '$lib/domain/ledgers/ledgers';
import { pledgeOfHost } from '../pledges/pledges-in-force';
import { isInLedger } from '../banquets/counted-banquets';
import type { Database } from '../client';
import { banquetConfirmations, banquetOutcomes, banquets } from '../schema/banquets/banquets';
import { dissuasions } from '../schema/banquets/dissuasions';
import { dissuasionRemovals } from '../schema/ledgers/imports';
import { withinReach } from '../units/scope';
import type { Statement } from '../statement';
import { removeBanquets, toldApart, writtenOfBanquet, type HostRecord } from './banquets';
import { insertImportRecords, type WorkedOn } from './imported-records';
import { hasReached, type Slice } from './import-progress';
import { beyond, inSlices, ofYear, sliceSize, type Narrowed } from './in-slices';
import { byDefault, constant, fieldOf, insertFrom, newRows, recordId, stamped, type Stamp } from './landing';
import { isInIds, ofType, type InSlice, type Undo } from './undoing';

/** What a draft keeps of a banquet that was not recorded before its dissuasion. */
export interface FoundBanquetRecord extends HostRecord {
	occasion: Occasion;
	code: string;
	declaredOn: string;
	plannedOn: string;
	tablesPlanned: number;
}

/** What a draft keeps of a dissuasion. */
export interface DissuasionRecord {
	wentOn: string;
	visits: number;
	outcome: DissuasionOutcome;
	note: string;
	/** What became of the banquet, where the dissuasion ended it. */
	ends: Outcome | null;
	banquetId: string;
	/** Null: it is on record. */
	banquet: FoundBanquetRecord | null;
}

/**
 * Dissuasions; the banquet where it was not recorded yet; and its outcome, where it was called off or made a family
 * meal. None is confirmed.
 */
export function landDissuasions(db: Database, slice: Slice, stamp: Stamp): Statement[] {
	const own = fieldOf<DissuasionRecord>();
	const end = fieldOf<DissuasionRecord & { ends: Outcome }>();
	const dissuasion = {
		id: recordId,
		banquetId: own('banquetId'),
		wentOn: own('wentOn'),
		visits: own('visits'),
		outcome: own('outcome'),
		note: own('note'),
		isConfirmed: byDefault,
		...stamped(stamp)
	} as const;
	const outcome = {
		banquetId: own('banquetId'),
		outcome: end('ends'),
		endedOn: own('wentOn'),
		tablesHeld: constant(0),
		...stamped(stamp)
	};
	const found = sql`${newRows(slice)} and ${own('banquet')} is not null`;
	// A household's own declaration that the ledger of dissuasions names was visited.
	const visited = sql`${newRows(slice)} and exists (select 1 from banquets b
		where b.id = ${own('banquetId')} and b.confirmed_tables is null and b.is_removed = 0) on conflict do nothing`;
	const confirmation = { banquetId: own('banquetId'), reason: byDefault, ...stamped(stamp) } as const;
	return [
		insertFrom(db, banquets, foundBanquet(stamp), found),
		insertFrom(db, banquetConfirmations, confirmation, visited),
		insertFrom(db, dissuasions, dissuasion, newRows(slice)),
		insertFrom(
			db,
			banquetOutcomes,
			outcome,
			sql`${newRows(slice)} and ${own('ends')} is not null on conflict do nothing`
		),
		insertImportRecords(db, slice, { recordType: 'banquet', recordId: own('banquetId') }, found)
	];
}

function foundBanquet(stamp: Stamp) {
	const banquet = fieldOf<FoundBanquetRecord>('banquet');
	return {
		id: fieldOf<DissuasionRecord>()('banquetId'),
		unitId: banquet('unitId'),
		origin: constant('found'),
		occasion: banquet('occasion'),
		hostNameSealed: banquet('hostNameSealed'),
		hostPhoneSealed: banquet('hostPhoneSealed'),
		hostPhoneIndex: banquet('hostPhoneIndex'),
		hostNameIndex: banquet('hostNameIndex'),
		otherHouseholdIndex: toldApart(banquet as Parameters<typeof toldApart>[0]),
		code: banquet('code'),
		declaredOn: banquet('declaredOn'),
		plannedOn: banquet('plannedOn'),
		meals: constant(1),
		tablesPlanned: banquet('tablesPlanned'),
		confirmedTables: banquet('tablesPlanned'),
		pricePerTable: byDefault,
		venue: byDefault,
		caterer: byDefault,
		isHygieneCertificateSeen: byDefault,
		pledgeId: pledgeOfHost(banquet('hostPhoneIndex'), banquet('declaredOn')),
		isRemoved: byDefault,
		listedOutcome: byDefault,
		listedEndedOn: byDefault,
		...stamped(stamp)
	} as const;
}

/** The banquet of a record, `i`, that came with a file of dissuasions. */
const banquetOf = sql`(case i.record_type when 'banquet' then i.record_id
	else (select banquet_id from dissuasions where id = i.record_id) end)`;

/** An act on the dissuasion, or on the banquet that came with it (the trail has both under the banquet), or a confirmation. */
export const dissuasionsWorkedOn: WorkedOn = sql`
	exists (select 1 from audit_entries a where a.subject_type = 'banquet' and a.at >= l.at and a.subject_id = ${banquetOf})
	or exists (select 1 from dissuasion_confirmations c join dissuasions d on d.id = c.dissuasion_id where d.banquet_id = ${banquetOf})`;

/**
 * Moves dissuasions out of the ledger, all their columns kept. What came with them goes with them: their outcome of the
 * banquet, and the banquet if the import made it.
 */
export function removeDissuasions(db: Database, undo: Undo): Statement[] {
	const { slice, reason, ids } = undo;
	const isFound = (banquetId: SQL) => cameWith(slice, 'banquet', banquetId);
	const removal = {
		dissuasionId: sql<string>`d.id`,
		banquetId: sql<string>`d.banquet_id`,
		record: sql<string>`json_object('wentOn', d.went_on, 'visits', d.visits, 'outcome', d.outcome, 'note', d.note,
			'at', d.at, 'byId', d.by_id)`,
		reason: constant(reason),
		...stamped(undo)
	};
	return [
		insertFrom(db, dissuasionRemovals, removal, sql`dissuasions d where d.id in (${ids})`),
		db.run(sql`delete from banquet_outcomes where (banquet_id, at, by_id) in (select r.banquet_id, l.at, l.by_id
			from dissuasion_removals r, import_landings l where l.import_id = ${slice.importId} and r.dissuasion_id in (${ids}))
			and not ${isFound(sql`banquet_id`)}`),
		...removeBanquets(db, { ...undo, ids: sql`select x.record_id from (${ids}) x where ${isFound(sql`x.record_id`)}` }),
		db.run(sql`delete from dissuasions where ${isInIds(sql`id`, slice)} and ${hasReached(slice)}
			and ${cameWith(slice, 'dissuasion', sql`dissuasions.id`)}
			and exists (select 1 from dissuasion_removals r where r.dissuasion_id = dissuasions.id)
			and not exists (select 1 from banquet_removals b where b.banquet_id = dissuasions.banquet_id)`)
	];
}

/** A record came with the import. */
const cameWith = ({ importId }: Slice, recordType: ImportedRecord, id: SQL): SQL =>
	sql`exists (select 1 from import_records f where f.import_id = ${importId} and f.record_type = ${recordType} and f.record_id = ${id})`;

/** Dissuasions, and the banquets that were found with them. */
export const dissuasionsInSlice: InSlice = (slice) => sql`${ofType('dissuasion')(slice)} or (i.record_type = 'banquet'
	and i.record_id in (select d.banquet_id from dissuasions d where ${isInIds(sql`d.id`, slice)}))`;

const written = {
	wentOn: dissuasions.wentOn,
	visits: dissuasions.visits,
	outcome: dissuasions.outcome,
	note: dissuasions.note
};

/** Dissuasions with their banquets, by the day of the visit. */
export const eachDissuasion = (db: Database, { scope, year }: Narrowed) =>
	inSlices(db, scope, (reach, after) =>
		db
			.select({ key: dissuasions.wentOn, id: dissuasions.id, dissuasion: written, banquet: writtenOfBanquet })
			.from(dissuasions)
			// Of many units SQLite is to begin with the dissuasions, in their order: "+" keeps it from beginning with the banquets.
			.innerJoin(banquets, eq(banquets.id, reach.of === 'few' ? dissuasions.banquetId : sql`+${dissuasions.banquetId}`))
			.where(
				and(
					isInLedger(),
					withinReach(banquets.unitId, reach),
					ofYear(dissuasions.wentOn, year),
					beyond(dissuasions.wentOn, dissuasions.id, after)
				)
			)
			.orderBy(asc(dissuasions.wentOn), asc(dissuasions.id))
			.limit(sliceSize)
	);
