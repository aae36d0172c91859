import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { faces, placeKinds, targetGroups } from '../../../../domain/lectures/lecture';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { events } from '../events/events';
import { signupId } from '../signups/signups';

/** What an event that is a lecture says beside its title: who speaks, to whom, at which of the “六进”. */
export const lectures = sqliteTable(
	'lectures',
	{
		eventId: text('event_id')
			.primaryKey()
			.references(() => events.id),
		/** A person's name; null where only an organisation is known. */
		speakerSealed: text('speaker_sealed'),
		/** The same person again, for figures by speaker. */
		speakerIndex: text('speaker_index'),
		/** Where the speaker comes from: a hospital, a college. */
		speakerFrom: text('speaker_from').notNull().default(''),
		/**
		 * The speaker agreed to be named in public: when a cadre recorded that, and who; null: did not, or took it
		 * back.
		 */
		agreedAt: integer('agreed_at'),
		agreedById: text('agreed_by_id'),
		targetGroup: text('target_group', { enum: targetGroups }).notNull(),
		placeKind: text('place_kind', { enum: placeKinds }).notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('lectures_speaker').on(table.speakerIndex),
		check('lectures_speaker_known', sql`speaker_sealed is not null or speaker_from <> ''`),
		check('lectures_speaker_index', sql`(speaker_sealed is null) = (speaker_index is null)`),
		check('lectures_agreed', sql`agreed_at is null or speaker_sealed is not null`),
		check('lectures_target_group', oneOf('target_group', targetGroups)),
		check('lectures_place_kind', oneOf('place_kind', placeKinds))
	]
);

/** What a visitor thought of a lecture: a face, and a sentence if they like. Without a name. */
export const lectureFeedbacks = sqliteTable(
	'lecture_feedbacks',
	{
		id: idColumn(),
		eventId: text('event_id')
			.notNull()
			.references(() => events.id),
		face: text('face', { enum: faces }).notNull(),
		/** Null: there is none, or it was erased. */
		sentenceSealed: text('sentence_sealed'),
		/** Given with the slip of a party that was checked in: only such are counted. */
		isFromSlip: integer('is_from_slip', { mode: 'boolean' }).notNull().default(false),
		at: atColumn()
	},
	(table) => [
		index('lecture_feedbacks_event').on(table.eventId, table.at),
		index('lecture_feedbacks_sentences')
			.on(table.eventId)
			.where(sql`sentence_sealed is not null`),
		check('lecture_feedbacks_face', oneOf('face', faces))
	]
);

/** This slip has said how the lecture was; not what, so that feedback stays without a name. */
export const feedbackSlips = sqliteTable(
	'feedback_slips',
	{
		// WITHOUT ROWID, which Drizzle cannot say: rows lie in the order of the sign-ups, not of the answers.
		signupId: signupId().primaryKey(),
		eventId: text('event_id')
			.notNull()
			.references(() => events.id)
	},
	(table) => [index('feedback_slips_event').on(table.eventId)]
);
