import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { eventKinds, eventTopics, mostConfirmHours } from '../../../../domain/events/event';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { eventSeries } from './event-series';
import { units } from '../units/units';

/** How far an event has come. A completed event is not cancelled, nor a cancelled one completed. */
export const eventStages = ['draft', 'published', 'completed', 'cancelled'] as const;

const topics = Object.values(eventTopics).flat();

export const events = sqliteTable(
	'events',
	{
		id: idColumn(),
		/** Running number from 1, taken by a trigger as it is inserted: the short address /e/12. Never changes. */
		number: integer('number').notNull().default(0),
		/** The series it belongs to; null for a single event. */
		seriesId: text('series_id').references(() => eventSeries.id),
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		kind: text('kind', { enum: eventKinds }).notNull(),
		topic: text('topic'),
		title: text('title').notNull(),
		place: text('place').notNull(),
		description: text('description').notNull().default(''),
		partner: text('partner').notNull().default(''),
		contactPhone: text('contact_phone').notNull(),
		/** 小户可先进: on its waitlists a party that fits may pass a larger one. */
		letsPass: integer('lets_pass', { mode: 'boolean' }).notNull().default(false),
		/** Hours within which a sign-up is confirmed by a call, before its places go back; null: no call is needed. */
		confirmHours: integer('confirm_hours'),
		/** First start and last end of its slots; kept by triggers alone. Null while it has no slot. */
		startsAt: integer('starts_at'),
		endsAt: integer('ends_at'),
		/** The last of its publication, completion and cancellation; kept by triggers on these alone. */
		stage: text('stage', { enum: eventStages }).notNull().default('draft'),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('events_number').on(table.number),
		index('events_series').on(table.seriesId, table.startsAt),
		index('events_start').on(table.startsAt, table.id),
		index('events_unit').on(table.unitId, table.startsAt),
		index('events_kind').on(table.kind, table.startsAt),
		index('events_stage').on(table.stage, table.startsAt, table.id),
		index('events_stage_kind').on(table.stage, table.kind, table.startsAt, table.id),
		index('events_stage_end').on(table.stage, table.endsAt),
		index('events_end').on(table.endsAt, table.startsAt),
		check('events_kind', oneOf('kind', eventKinds)),
		check('events_confirm_hours', sql`confirm_hours between 1 and ${sql.raw(String(mostConfirmHours))}`),
		check('events_topic', sql`topic is null or ${oneOf('topic', topics)}`)
	]
);

const eventId = () =>
	text('event_id')
		.primaryKey()
		.references(() => events.id);

export const eventPublications = sqliteTable('event_publications', {
	eventId: eventId(),
	at: atColumn(),
	byId: byColumn()
});

export const eventCancellations = sqliteTable('event_cancellations', {
	eventId: eventId(),
	reason: text('reason').notNull(),
	at: atColumn(),
	byId: byColumn()
});

/** 办结: it took place. Figures count completed events alone. */
export const eventCompletions = sqliteTable(
	'event_completions',
	{
		eventId: eventId(),
		attended: integer('attended').notNull(),
		/** Of these, people who were not checked in; null: all of them were counted by head. */
		unticked: integer('unticked'),
		/** Blood drives: donors (人次) and volume given (毫升). */
		donors: integer('donors'),
		millilitres: integer('millilitres'),
		note: text('note').notNull().default(''),
		at: atColumn(),
		byId: byColumn()
	},
	() => [
		check('event_completions_attended', sql`attended >= 0`),
		check('event_completions_donors', sql`donors is null or (donors >= 0 and donors <= attended)`),
		check('event_completions_millilitres', sql`millilitres is null or millilitres >= 0`)
	]
);

export const slots = sqliteTable(
	'slots',
	{
		id: idColumn(),
		eventId: text('event_id')
			.notNull()
			.references(() => events.id),
		startsAt: integer('starts_at').notNull(),
		endsAt: integer('ends_at').notNull(),
		/** Places; null: no limit. */
		capacity: integer('capacity'),
		/** People confirmed; kept by triggers alone. */
		taken: integer('taken').notNull().default(0),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('slots_event').on(table.eventId, table.startsAt),
		index('slots_start').on(table.startsAt, table.id),
		check('slots_taken_within_capacity', sql`taken >= 0 and (capacity is null or taken <= capacity)`),
		check('slots_capacity_positive', sql`capacity is null or capacity > 0`),
		check('slots_end_after_start', sql`ends_at > starts_at`)
	]
);
