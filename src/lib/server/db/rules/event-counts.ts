import type { CountedKind, CountedRecords, LateKind } from './counted-kind';
import { changed, dateOf, inPeriod } from './sql-text';

const ofEvent = {
	unit: '(SELECT unit_id FROM events WHERE id = @.event_id)',
	day: `(SELECT ${dateOf('starts_at')} FROM events WHERE id = @.event_id)`
};

/** The causes that every count of completed events has; `update`: the columns of the completion that it counts. */
const causesOfEvent = (update: readonly string[], kind?: string) => [
	{
		table: 'event_completions',
		...ofEvent,
		update,
		when: kind && `(SELECT kind FROM events WHERE id = @.event_id) = '${kind}'`
	},
	{
		table: 'events',
		unit: '@.unit_id',
		day: dateOf('@.starts_at'),
		insert: false as const,
		update: ['unit_id', 'kind', 'topic', 'starts_at'],
		delete: false as const,
		when: 'EXISTS (SELECT 1 FROM event_completions WHERE event_id = @.id)'
	}
];

/** A completed event counts on the day of its first slot. */
const completed = {
	from: 'events e JOIN event_completions c ON c.event_id = e.id',
	unit: 'e.unit_id',
	day: dateOf('e.starts_at'),
	kind: 'e.kind',
	type: 'event',
	record: 'e.id',
	title: 'e.title'
};

const resultsOfDrive = { table: 'donations', ...ofEvent, update: ['is_first', 'is_removed'] };

const counts = [
	{
		measure: 'events',
		...completed,
		topic: "coalesce(e.topic, '')",
		adds: 'c.attended',
		causes: causesOfEvent(['attended'])
	},
	{
		measure: 'blood-donors',
		...completed,
		where: "e.kind = 'blood-drive' AND c.donors > 0",
		adds: 'c.donors',
		causes: causesOfEvent(['donors'], 'blood-drive')
	},
	{
		measure: 'blood-millilitres',
		...completed,
		where: "e.kind = 'blood-drive' AND c.millilitres > 0",
		adds: 'c.millilitres',
		causes: causesOfEvent(['millilitres'], 'blood-drive')
	},
	{
		measure: 'first-time-donors',
		...completed,
		from: `${completed.from}
	JOIN donations d ON d.event_id = e.id AND d.is_removed = 0 AND d.is_first = 1`,
		where: "e.kind = 'blood-drive'",
		causes: [...causesOfEvent([], 'blood-drive'), resultsOfDrive]
	},
	{
		measure: 'repeat-donors',
		...completed,
		from: `${completed.from}
	JOIN donations d ON d.event_id = e.id AND d.is_removed = 0 AND d.is_first = 0`,
		where: "e.kind = 'blood-drive'",
		causes: [...causesOfEvent([], 'blood-drive'), resultsOfDrive]
	},
	{
		measure: 'birthday-guests',
		...completed,
		from: `${completed.from} JOIN invitations i ON i.event_id = e.id`,
		where: "e.kind = 'birthday-banquet' AND i.result IS NOT NULL",
		kind: 'i.result',
		type: 'birthday-list',
		causes: [...causesOfEvent([], 'birthday-banquet'), { table: 'invitations', ...ofEvent, update: ['result'] }]
	}
] as const satisfies readonly CountedKind[];

const event = {
	type: 'event',
	record: 'v.id',
	day: dateOf('v.starts_at'),
	units: 'v.unit_id',
	from: 'events v',
	change: 'changed'
} as const;
const eventInPeriod = ['v.id = NEW.event_id', inPeriod(dateOf('v.starts_at'))];
const isCompleted = (event: string) => `EXISTS (SELECT 1 FROM event_completions WHERE event_id = ${event})`;
const figuresOfEvent = ['attended', 'donors', 'millilitres'];
const columnsOfEvent = ['unit_id', 'kind', 'topic', 'starts_at'];

const late: readonly LateKind[] = [
	{
		...event,
		name: 'completions_added',
		table: 'event_completions',
		on: 'INSERT',
		change: 'added',
		where: eventInPeriod
	},
	{
		...event,
		name: 'completions_changed',
		table: 'event_completions',
		on: figuresOfEvent,
		where: [...eventInPeriod, changed(figuresOfEvent)]
	},
	{
		name: 'events_changed',
		table: 'events',
		on: columnsOfEvent,
		type: 'event',
		record: 'NEW.id',
		day: `coalesce(${dateOf('NEW.starts_at')}, ${dateOf('OLD.starts_at')}, '')`,
		units: 'OLD.unit_id, NEW.unit_id',
		change: 'changed',
		where: [changed(columnsOfEvent), isCompleted('NEW.id'), inPeriod(dateOf('OLD.starts_at'), dateOf('NEW.starts_at'))]
	},
	{
		...event,
		name: 'donations_added',
		table: 'donations',
		on: 'INSERT',
		where: [...eventInPeriod, isCompleted('v.id')]
	},
	{
		...event,
		name: 'donations_changed',
		table: 'donations',
		on: ['is_first', 'is_removed'],
		where: [...eventInPeriod, isCompleted('v.id'), changed(['is_first', 'is_removed'])]
	},
	{
		...event,
		type: 'birthday-list',
		name: 'invitations_changed',
		table: 'invitations',
		on: ['result'],
		where: [...eventInPeriod, isCompleted('v.id'), changed(['result'])]
	}
];

/** Completed events, the results of blood drives and the guests of birthday banquets. */
export const countedEvents = { counts, late } satisfies CountedRecords;
