import type { CountedKind, CountedRecords, LateKind } from './counted-kind';
import { before } from './sql-text';

const ofPledge = { unit: 'p.village_id', type: 'pledge', record: 'p.id' };
const villageOf = '(SELECT village_id FROM pledges WHERE id = @.pledge_id)';
/** A household's, on paper or confirmed by a cadre: what was signed online alone counts in nothing. */
const isHousehold = "p.audience = 'household' AND p.is_confirmed = 1";

const ofWithdrawal = {
	table: 'pledge_withdrawals',
	unit: villageOf,
	day: '@.withdrawn_on',
	update: ['withdrawn_on']
} as const;
const changedWithdrawn = (update: readonly string[]) =>
	({
		table: 'pledges',
		unit: '@.village_id',
		day: '(SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = @.id)',
		insert: false,
		update,
		delete: false
	}) as const;

/** A withdrawn pledge is withdrawn in each of its versions; on the day it was renewed where the withdrawal was dated earlier. */
const lapsed = 'max(w.withdrawn_on, r.renewed_on)';
const daysLapsed = (condition: string) =>
	`SELECT p.village_id, ${lapsed} FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE ${condition}`;

const counts = [
	{
		measure: 'pledges-signed',
		...ofPledge,
		from: 'pledges p',
		where: isHousehold,
		day: 'p.signed_on',
		kind: 'p.audience',
		topic: 'p.text_id',
		causes: [
			{
				table: 'pledges',
				unit: '@.village_id',
				day: '@.signed_on',
				update: ['village_id', 'audience', 'signed_on', 'text_id', 'is_confirmed']
			}
		]
	},
	{
		measure: 'pledges-withdrawn',
		...ofPledge,
		from: 'pledge_withdrawals w JOIN pledges p ON p.id = w.pledge_id',
		where: isHousehold,
		day: 'w.withdrawn_on',
		kind: 'p.audience',
		topic: 'p.text_id',
		causes: [ofWithdrawal, changedWithdrawn(['village_id', 'audience', 'text_id', 'is_confirmed'])]
	},
	{
		measure: 'signatures-withdrawn',
		...ofPledge,
		from: 'pledge_withdrawals w JOIN pledges p ON p.id = w.pledge_id',
		where: isHousehold,
		day: 'w.withdrawn_on',
		// The day on which it was signed: what a period signed and lost again.
		kind: 'p.signed_on',
		causes: [ofWithdrawal, changedWithdrawn(['village_id', 'audience', 'signed_on', 'is_confirmed'])]
	},
	{
		measure: 'pledges-renewed',
		...ofPledge,
		from: 'pledge_renewals r JOIN pledges p ON p.id = r.pledge_id',
		where: isHousehold,
		day: 'r.renewed_on',
		kind: 'p.audience',
		topic: 'r.text_id',
		causes: [
			{ table: 'pledge_renewals', unit: villageOf, day: '@.renewed_on', update: ['renewed_on', 'text_id'] },
			{
				table: 'pledges',
				days: 'SELECT @.village_id, renewed_on FROM pledge_renewals WHERE pledge_id = @.id',
				insert: false,
				update: ['village_id', 'audience', 'is_confirmed'],
				delete: false
			}
		]
	},
	{
		measure: 'renewals-withdrawn',
		...ofPledge,
		from: `pledge_withdrawals w JOIN pledge_renewals r ON r.pledge_id = w.pledge_id
	JOIN pledges p ON p.id = w.pledge_id`,
		where: isHousehold,
		day: lapsed,
		kind: 'p.audience',
		topic: 'r.text_id',
		causes: [
			{ table: 'pledge_withdrawals', days: daysLapsed('p.id = @.pledge_id'), update: ['withdrawn_on'] },
			{ table: 'pledge_renewals', days: daysLapsed('p.id = @.pledge_id'), update: ['renewed_on', 'text_id'] },
			{
				table: 'pledges',
				days: daysLapsed('p.id = @.id').replace('p.village_id', '@.village_id'),
				insert: false,
				update: ['village_id', 'audience', 'is_confirmed'],
				delete: false
			}
		]
	}
] as const satisfies readonly CountedKind[];

/** Pledges in force count on the last day of a period: whatever began before its end concerns it. */
const late: readonly LateKind[] = [
	{
		name: 'pledges_added',
		table: 'pledges',
		on: 'INSERT',
		type: 'pledge',
		record: 'NEW.id',
		day: 'NEW.signed_on',
		units: 'NEW.village_id',
		change: 'added',
		where: ["NEW.audience = 'household'", 'NEW.is_confirmed', before('NEW.signed_on')]
	},
	{
		name: 'pledges_confirmed',
		table: 'pledges',
		on: ['is_confirmed'],
		type: 'pledge',
		record: 'NEW.id',
		day: 'NEW.signed_on',
		units: 'NEW.village_id',
		change: 'added',
		where: ["NEW.audience = 'household'", before('NEW.signed_on')]
	},
	{
		name: 'pledges_withdrawn',
		table: 'pledge_withdrawals',
		on: 'INSERT',
		type: 'pledge',
		from: 'pledges p',
		record: 'p.id',
		day: 'NEW.withdrawn_on',
		units: 'p.village_id',
		change: 'changed',
		where: ['p.id = NEW.pledge_id', isHousehold, before('NEW.withdrawn_on')]
	}
];

/** Pledges of households that are confirmed. */
export const countedPledges = { counts, late } satisfies CountedRecords;
