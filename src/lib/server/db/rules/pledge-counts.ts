import type { CountedKind, CountedRecords, LateKind } from './counted-kind';
import { before } from './sql-text';

const ofPledge = { kind: 'p.audience', unit: 'p.village_id', type: 'pledge', record: 'p.id' };

const counts = [
	{
		measure: 'pledges-signed',
		...ofPledge,
		from: 'pledges p',
		where: "p.audience = 'household'",
		day: 'p.signed_on',
		causes: [
			{ table: 'pledges', unit: '@.village_id', day: '@.signed_on', update: ['village_id', 'audience', 'signed_on'] }
		]
	},
	{
		measure: 'pledges-withdrawn',
		...ofPledge,
		from: 'pledge_withdrawals w JOIN pledges p ON p.id = w.pledge_id',
		where: "p.audience = 'household'",
		day: 'w.withdrawn_on',
		causes: [
			{
				table: 'pledge_withdrawals',
				unit: '(SELECT village_id FROM pledges WHERE id = @.pledge_id)',
				day: '@.withdrawn_on',
				update: ['withdrawn_on']
			},
			{
				table: 'pledges',
				unit: '@.village_id',
				day: '(SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = @.id)',
				insert: false,
				update: ['village_id', 'audience'],
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
		where: ['p.id = NEW.pledge_id', "p.audience = 'household'", before('NEW.withdrawn_on')]
	}
];

/** Pledges of households. */
export const countedPledges = { counts, late } satisfies CountedRecords;
