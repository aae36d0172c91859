import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { questionKinds } from '../../../../domain/events/question';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { events } from '../events/events';
import { signups } from './signups';

/** What an event asks each person of a party, beside the sign-up itself. */
export const eventQuestions = sqliteTable(
	'event_questions',
	{
		id: idColumn(),
		eventId: text('event_id')
			.notNull()
			.references(() => events.id),
		/** Order on the page. */
		nth: integer('nth').notNull(),
		kind: text('kind', { enum: questionKinds }).notNull(),
		wording: text('wording').notNull(),
		/** JSON array of texts; null unless something is chosen. */
		choices: text('choices', { mode: 'json' }).$type<string[]>(),
		isRequired: integer('is_required', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('event_questions_event').on(table.eventId, table.nth),
		check('event_questions_kind', oneOf('kind', questionKinds)),
		check('event_questions_wording', sql`length(wording) between 1 and 100`),
		check(
			'event_questions_choices',
			sql`case when kind <> 'choice' then choices is null when choices is null then 0
				when not json_valid(choices) then 0 else json_array_length(choices) between 2 and 10 end`
		)
	]
);

const questionId = () =>
	text('question_id')
		.notNull()
		.references(() => eventQuestions.id);

/** The question was removed, and its answers with it. */
export const eventQuestionRemovals = sqliteTable('event_question_removals', {
	questionId: questionId().primaryKey(),
	at: atColumn(),
	byId: byColumn()
});

/** What one person of a party answered; persons are counted as in `signup_companions`, the one who signed up is the first. */
export const signupAnswers = sqliteTable(
	'signup_answers',
	{
		questionId: questionId(),
		signupId: text('signup_id')
			.notNull()
			.references(() => signups.id),
		nth: integer('nth').notNull(),
		valueSealed: text('value_sealed').notNull(),
		at: atColumn()
	},
	(table) => [
		primaryKey({ columns: [table.questionId, table.signupId, table.nth] }),
		index('signup_answers_signup').on(table.signupId),
		check('signup_answers_nth', sql`nth between 1 and 6`)
	]
);
