import { and, asc, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import { elders } from '../schema/birthdays/elders';
import { elderRemovals } from '../schema/ledgers/imports';
import { withinReach } from '../units/scope';
import type { Statement } from '../statement';
import { hasOwnAct, type WorkedOn } from './imported-records';
import type { Slice } from './import-progress';
import { beyond, inSlices, sliceSize, type Narrowed } from './in-slices';
import { byDefault, constant, fieldOf, insertFrom, newRowsInOrder, recordId, stamped, type Stamp } from './landing';
import type { Undo } from './undoing';

/** What a draft keeps of an elder: what a form gives, sealed. */
export type ElderRecord = Required<Omit<typeof elders.$inferInsert, 'id' | 'isGone' | 'at' | 'byId'>>;

/**
 * The index of a person, told apart where a cadre has said that a row is another person than one of the same village, name and birth date: there
 * are two women 张秀英 in two groups.
 */
const personOnce = (index: SQL<string>): SQL<string> => sql`case when r.decision = 'take' and (
		exists (select 1 from elders e where e.person_index = ${index})
		or exists (select 1 from import_rows o where o.import_id = r.import_id and o.also_key = ${index} and o.state = 'new' and o.nth < r.nth))
	then ${index} || ':' || r.record_id else ${index} end`;

/** The new rows come onto the roll. */
export function landElders(db: Database, slice: Slice, stamp: Stamp): Statement[] {
	const own = fieldOf<ElderRecord>();
	const elder = {
		id: recordId,
		unitId: own('unitId'),
		nameSealed: own('nameSealed'),
		birthSealed: own('birthSealed'),
		personIndex: personOnce(own('personIndex')),
		phoneSealed: own('phoneSealed'),
		relativePhoneSealed: own('relativePhoneSealed'),
		sex: own('sex'),
		mobility: own('mobility'),
		needsTransport: own('needsTransport'),
		pickUpPoint: own('pickUpPoint'),
		diet: own('diet'),
		companions: own('companions'),
		photoConsent: own('photoConsent'),
		isGone: byDefault,
		...stamped(stamp)
	} as const;
	return [insertFrom(db, elders, elder, newRowsInOrder(slice))];
}

/** An act on the elder, or an invitation. */
export const eldersWorkedOn: WorkedOn = sql`${hasOwnAct('elder')}
	or exists (select 1 from invitations n where n.elder_id = i.record_id)`;

/** Takes elders off the roll. */
export function removeElders(db: Database, { reason, ids, ...stamp }: Undo): Statement[] {
	const removal = { elderId: sql<string>`record_id`, reason: constant(reason), ...stamped(stamp) };
	return [insertFrom(db, elderRemovals, removal, sql`(${ids})`)];
}

/** All elders on the rolls of villages, names sealed, with the village they were asked for by. */
export async function listEldersOfVillages(db: Database, villageIds: readonly string[]) {
	return db.all<{ id: string; villageId: string; nameSealed: string; personIndex: string }>(
		sql`select ${elders.id} as id, v.value as villageId, ${elders.nameSealed} as nameSealed, ${elders.personIndex} as personIndex
			from json_each(${JSON.stringify(villageIds)}) v
			cross join unit_closure c on c.ancestor_id = v.value
			cross join ${elders} on ${elders.unitId} = c.descendant_id and ${elders.isGone} = 0`
	);
}

/** Elders on the roll, by unit. */
export const eachElder = (db: Database, { scope }: Narrowed) =>
	inSlices(db, scope, (reach, after) =>
		db
			.select({ key: elders.unitId, id: elders.id, elder: elders })
			.from(elders)
			.where(and(sql`${elders.isGone} = 0`, withinReach(elders.unitId, reach), beyond(elders.unitId, elders.id, after)))
			.orderBy(asc(elders.unitId), asc(elders.id))
			.limit(sliceSize)
	);
