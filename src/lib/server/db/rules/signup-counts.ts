import type { CountedKind, CountedRecords } from './counted-kind';
import { dateOf } from './sql-text';

const counts = [
	{
		measure: 'people-signed-up',
		from: 'signups g JOIN slots s ON s.id = g.slot_id JOIN events e ON e.id = s.event_id',
		where: "g.status <> 'withdrawn'",
		unit: 'e.unit_id',
		day: dateOf('g.at'),
		kind: 'e.kind',
		type: 'event',
		record: 'g.id',
		subject: 'e.id',
		title: 'e.title',
		adds: 'g.party_size',
		causes: [
			{
				table: 'signups',
				records: 'record_id = @.id',
				update: ['slot_id', 'status', 'party_size', 'at']
			},
			{ table: 'events', records: 'subject_id = @.id', insert: false, update: ['unit_id', 'kind'], delete: false }
		]
	}
] as const satisfies readonly CountedKind[];

/** People who signed up and did not withdraw. In a rush they are thousands a day. */
export const countedSignups = { counts, late: [] } satisfies CountedRecords;
