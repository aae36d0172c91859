import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Occasion, Origin, Outcome } from '$lib/domain/banquets/banquet';
import { pledgeOfHost } from '../pledges/pledges-in-force';
import { isInLedger } from '../banquets/counted-banquets';
import type { Database } from '../client';
import { banquetOutcomes, banquetRemovals, banquets } from '../schema/banquets/banquets';
import { liesWithin, withinReach } from '../units/scope';
import type { Statement } from '../statement';
import { hasOwnAct, type WorkedOn } from './imported-records';
import type { Slice } from './import-progress';
import { beyond, inSlices, ofYear, sliceSize, type Narrowed } from './in-slices';
import {
	byDefault,
	constant,
	fieldOf,
	insertFrom,
	newRows,
	newRowsInOrder,
	recordId,
	stamped,
	type Stamp
} from './landing';
import type { Undo } from './undoing';

/** What a draft keeps of a banquet's host, sealed. */
export interface HostRecord {
	unitId: string;
	hostNameSealed: string;
	hostPhoneSealed: string | null;
	hostPhoneIndex: string | null;
	hostNameIndex: string | null;
	/** What tells the household apart, should a cadre take it as another one with the same telephone. */
	otherHouseholdIndex: string;
}

/** What a draft keeps of a banquet. */
export interface BanquetRecord extends HostRecord {
	origin: Origin;
	occasion: Occasion;
	code: string;
	declaredOn: string;
	plannedOn: string;
	meals: number;
	tablesPlanned: number;
	pricePerTable: number | null;
	venue: string;
	caterer: string;
	hygiene: boolean;
}

/** What it keeps besides where the file says what came of the banquet. */
export interface OutcomeRecord {
	outcome: Outcome;
	endedOn: string;
	tablesHeld: number;
}

/** A row is like an earlier line of the file by its telephone on the day. */
const isLikeByPhone = sql`exists (select 1 from import_rows x where x.import_id = r.import_id and x.nth = r.like_nth
	and x.also_key = r.also_key and x.day_on = r.day_on)`;

type HostField = <K extends keyof HostRecord | 'occasion' | 'plannedOn'>(name: K) => SQL<string>;

/** Of a row that a cadre took though its telephone has such a banquet already: it is another household's. Else empty. */
export const toldApart = (of: HostField): SQL<string> => sql<string>`case when r.decision = 'take' and (${isLikeByPhone}
	or exists (select 1 from banquets b where b.host_phone_index = ${of('hostPhoneIndex')} and b.occasion = ${of('occasion')}
		and b.planned_on = ${of('plannedOn')} and b.is_removed = 0)) then coalesce(${of('otherHouseholdIndex')}, '') else '' end`;

/** The new rows become banquets, with their outcome where the file says it. */
export function landBanquets(db: Database, slice: Slice, stamp: Stamp): Statement[] {
	const own = fieldOf<BanquetRecord>();
	const end = fieldOf<OutcomeRecord>();
	const banquet = {
		id: recordId,
		unitId: own('unitId'),
		origin: own('origin'),
		occasion: own('occasion'),
		hostNameSealed: own('hostNameSealed'),
		hostPhoneSealed: own('hostPhoneSealed'),
		hostPhoneIndex: own('hostPhoneIndex'),
		hostNameIndex: own('hostNameIndex'),
		otherHouseholdIndex: toldApart(own as HostField),
		code: own('code'),
		declaredOn: own('declaredOn'),
		plannedOn: own('plannedOn'),
		meals: own('meals'),
		tablesPlanned: own('tablesPlanned'),
		confirmedTables: own('tablesPlanned'),
		pricePerTable: own('pricePerTable'),
		venue: own('venue'),
		caterer: own('caterer'),
		isHygieneCertificateSeen: own('hygiene'),
		pledgeId: pledgeOfHost(own('hostPhoneIndex'), own('declaredOn')),
		isRemoved: byDefault,
		listedOutcome: byDefault,
		listedEndedOn: byDefault,
		...stamped(stamp)
	} as const;
	const outcome = {
		banquetId: recordId,
		outcome: end('outcome'),
		endedOn: end('endedOn'),
		tablesHeld: end('tablesHeld'),
		...stamped(stamp)
	};
	return [
		insertFrom(db, banquets, banquet, newRowsInOrder(slice)),
		insertFrom(db, banquetOutcomes, outcome, sql`${newRows(slice)} and ${end('outcome')} is not null`)
	];
}

/** An act on the banquet, or a dissuasion of it. */
export const banquetsWorkedOn: WorkedOn = sql`${hasOwnAct('banquet')}
	or exists (select 1 from dissuasions d where d.banquet_id = i.record_id)`;

/** Strikes banquets out. `ids` selects them, as `record_id`. */
export function removeBanquets(db: Database, { reason, ids, ...stamp }: Undo): Statement[] {
	const removal = { banquetId: sql<string>`record_id`, reason: constant(reason), ...stamped(stamp) };
	return [insertFrom(db, banquetRemovals, removal, sql`(${ids})`)];
}

/** A banquet on record, as rows of a file are compared with it. */
type Known = Pick<
	typeof banquets.$inferSelect,
	'id' | 'occasion' | 'plannedOn' | 'hostPhoneIndex' | 'hostNameIndex'
> & {
	nameSealed: string;
	outcome: Outcome | null;
	isDissuaded: number;
};

const known = sql.raw(`b.id, b.occasion, b.planned_on as plannedOn, b.host_name_sealed as nameSealed,
	b.host_phone_index as hostPhoneIndex, b.host_name_index as hostNameIndex, o.outcome, d.id is not null as isDissuaded`);

const theirOutcomes = sql.raw(`left join banquet_outcomes o on o.banquet_id = b.id
	left join dissuasions d on d.banquet_id = b.id`);

/** Banquets of villages planned between two days each (YYYY-MM-DD), names sealed, with their outcome and the village they were asked for by. */
export async function listBanquetsOfVillages(
	db: Database,
	spans: readonly { villageId: string; fromOn: string; toOn: string }[]
) {
	return db.all<Known & { villageId: string }>(
		sql`select ${known}, span.value ->> 'villageId' as villageId
			from json_each(${JSON.stringify(spans)}) span
			cross join unit_closure c on c.ancestor_id = span.value ->> 'villageId'
			cross join banquets b on b.unit_id = c.descendant_id and b.is_removed = 0
				and b.planned_on between span.value ->> 'fromOn' and span.value ->> 'toOn'
			${theirOutcomes}`
	);
}

/** Banquets within a unit of some telephones, planned on some days. */
export async function listBanquetsOfPhones(
	db: Database,
	scope: string,
	{ phones, days }: { phones: readonly string[]; days: readonly string[] }
) {
	return db.all<Known>(
		sql`select ${known} from json_each(${JSON.stringify(phones)}) phone
			cross join banquets b on b.host_phone_index = phone.value and b.is_removed = 0
			${theirOutcomes}
			where b.planned_on in (select value from json_each(${JSON.stringify(days)}))
				and ${liesWithin(sql.raw('b.unit_id'), scope)}`
	);
}

/** What a file says of a banquet. */
export const writtenOfBanquet = {
	id: banquets.id,
	unitId: banquets.unitId,
	origin: banquets.origin,
	occasion: banquets.occasion,
	hostNameSealed: banquets.hostNameSealed,
	hostPhoneSealed: banquets.hostPhoneSealed,
	declaredOn: banquets.declaredOn,
	plannedOn: banquets.plannedOn,
	meals: banquets.meals,
	tablesPlanned: banquets.tablesPlanned,
	pricePerTable: banquets.pricePerTable,
	venue: banquets.venue,
	caterer: banquets.caterer,
	isHygieneCertificateSeen: banquets.isHygieneCertificateSeen
};

const writtenOfOutcome = {
	outcome: banquetOutcomes.outcome,
	endedOn: banquetOutcomes.endedOn,
	tablesHeld: banquetOutcomes.tablesHeld
};

/** The note that a file had of a record, sealed. */
const noteOf = (id: AnySQLiteColumn) =>
	sql<string | null>`(select note_sealed from import_records where record_id = ${id} and note_sealed is not null)`;

/** Banquets with their outcomes, by the planned day. */
export const eachBanquet = (db: Database, { scope, year }: Narrowed) =>
	inSlices(db, scope, (reach, after) =>
		db
			.select({
				key: banquets.plannedOn,
				id: banquets.id,
				banquet: writtenOfBanquet,
				outcome: writtenOfOutcome,
				noteSealed: noteOf(banquets.id)
			})
			.from(banquets)
			.leftJoin(banquetOutcomes, eq(banquetOutcomes.banquetId, banquets.id))
			.where(
				and(
					isInLedger(),
					withinReach(banquets.unitId, reach),
					ofYear(banquets.plannedOn, year),
					beyond(banquets.plannedOn, banquets.id, after)
				)
			)
			.orderBy(asc(banquets.plannedOn), asc(banquets.id))
			.limit(sliceSize)
	);
