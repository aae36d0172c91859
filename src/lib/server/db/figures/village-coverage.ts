import { joinGrounds, registeredOf, sumOfGround } from '$lib/domain/units/grounds';
import type { Database } from '../client';
import { findTextInForce } from '../pledges/pledge-texts';
import { readTogether } from '../together';
import { askVillages, everSince, isThereOn, villagesOf } from '../units/villages';
import { pledgesInForce, pledgesRenewed, upTo } from './counted-parts';
import { answersOf, askVillageSums } from './figure-sums';
import { askHouseholds, householdsOn } from './households';

export interface VillageCoverage {
	villageId: string;
	name: string;
	nameEn: string | null;
	/** Households with a pledge in force on the day. */
	pledged: number;
	/** Of these, households under the text in force on the day; the others signed an older one, which stays in force. */
	onCurrent: number;
	/** Registered households on the day; null where no count was entered. */
	registered: number | null;
}

/** Coverage of every village and community within `scope` on a day, in the town's own order: pledges of households in force, registered households. */
export async function listCoverage(db: Database, scope: string, onDate: string): Promise<VillageCoverage[]> {
	const text = await findTextInForce(db, 'household', onDate);
	const current = text ? [...pledgesInForce(text.id), ...pledgesRenewed(text.id)] : [];
	const read = await readTogether(db, {
		villages: askVillages(db, { scope, fromOn: everSince, on: onDate }),
		sums: askVillageSums(
			db,
			scope,
			[pledgesInForce(), current].map((of) => ({ of, period: upTo(onDate) }))
		),
		households: askHouseholds(db, scope)
	});
	const [sums, registered] = [answersOf(read.sums), householdsOn(read.households, onDate)];
	return joinGrounds(villagesOf(read.villages).filter((village) => isThereOn(village, onDate))).map((ground) => {
		const { id, name, nameEn } = ground;
		const [pledged, onCurrent] = ([0, 1] as const).map((nth) =>
			sumOfGround(ground, (one) => sums.get(one)![nth] as number)
		);
		return {
			villageId: id,
			name,
			nameEn,
			pledged: pledged!,
			onCurrent: onCurrent!,
			registered: registeredOf(ground, registered)
		};
	});
}
