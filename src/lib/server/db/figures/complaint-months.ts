import { sql } from 'drizzle-orm';
import { monthBoundsOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import { compiled } from '../compiled';
import type { Ask } from './counted-parts';
import type { Answer } from './figure-sums';

const villageKinds = unitKinds.filter(isVillageLevel);
const listed = sql.raw(villageKinds.map((kind) => `'${kind}'`).join(', '));

/** The checked zeros of complaints that cover a unit as a whole, its own or of a unit above it, and how many open villages it has. */
export interface ComplaintCover {
	unitId: string;
	/** YYYY-MM, as a list in JSON. */
	months: string;
	villages: number;
}

/** The query of it, of some units (a list in JSON), for the months (YYYY-MM) from `first` to `last`. */
export const askComplaintCover = compiled<{ units: string; first: string; last: string }, ComplaintCover[]>(
	(db, { units, first, last }) =>
		db
			.select({
				unitId: sql<string>`asked.value`,
				months: sql<string>`(select json_group_array(z.zero_month) from unit_closure c cross join activities z on z.unit_id = c.ancestor_id
					where c.descendant_id = asked.value and z.zero_kind is not null and z.zero_kind = 'complaint' and z.is_removed = 0
						and z.zero_month between ${first} and ${last})`,
				villages: sql<number>`(select count(*) from units v cross join unit_closure c on c.descendant_id = v.id
					where v.kind in (${listed}) and v.valid_to_on is null and c.ancestor_id = asked.value)`
			})
			.from(sql`json_each(${units}) as asked`)
);

/** How many asks `askComplaints` makes. */
export const asksOfComplaints = 2;

/** What is asked of complaints in a period: by month, how many there are, and how many villages checked that there are none. */
export function askComplaints({ fromOn, toOn }: Period): Ask[] {
	const period = { fromOn: monthBoundsOf(fromOn).fromOn, toOn: monthBoundsOf(toOn).toOn };
	const zeros = villageKinds.map(
		(topic) => ({ measure: 'checked-zeros', kinds: ['complaint'], topic, by: 'records' }) as const
	);
	return [
		{ of: [{ measure: 'activities', kinds: ['complaint'], by: 'records' }], period, byMonth: true },
		{ of: zeros, period, byMonth: true }
	];
}

/**
 * The months (YYYY-MM) in which complaints were looked for: there is one, or a checked zero of the unit or of one above it, or of
 * every open village in it. `answers` are those to `askComplaints`.
 */
export function checkedMonths(
	[complaints, zeros]: readonly Answer[],
	{ months, villages }: ComplaintCover
): Set<string> {
	const of = (answer: Answer, least: number) =>
		Object.entries(answer)
			.filter(([, count]) => count >= least)
			.map(([month]) => month);
	return new Set([...of(complaints!, 1), ...(JSON.parse(months) as string[]), ...of(zeros!, Math.max(1, villages))]);
}
