CREATE TABLE `event_question_removals` (
	`question_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`question_id`) REFERENCES `event_questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `event_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`nth` integer NOT NULL,
	`kind` text NOT NULL,
	`wording` text NOT NULL,
	`choices` text,
	`is_required` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_questions_kind" CHECK(kind in ('text', 'choice', 'number', 'yes-no')),
	CONSTRAINT "event_questions_wording" CHECK(length(wording) between 1 and 100),
	CONSTRAINT "event_questions_choices" CHECK(case when kind <> 'choice' then choices is null when choices is null then 0
				when not json_valid(choices) then 0 else json_array_length(choices) between 2 and 10 end)
);
--> statement-breakpoint
CREATE INDEX `event_questions_event` ON `event_questions` (`event_id`,`nth`);--> statement-breakpoint
CREATE TABLE `signup_answers` (
	`question_id` text NOT NULL,
	`signup_id` text NOT NULL,
	`nth` integer NOT NULL,
	`value_sealed` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`question_id`, `signup_id`, `nth`),
	FOREIGN KEY (`question_id`) REFERENCES `event_questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signup_answers_nth" CHECK(nth between 1 and 6)
);
--> statement-breakpoint
CREATE INDEX `signup_answers_signup` ON `signup_answers` (`signup_id`);--> statement-breakpoint
CREATE INDEX `signups_unerased` ON `signups` (`slot_id`) WHERE name_sealed <> 'erased';--> statement-breakpoint
CREATE TRIGGER event_questions_few BEFORE INSERT ON event_questions
WHEN (
	SELECT count(*) FROM event_questions q WHERE q.event_id = NEW.event_id
		AND NOT EXISTS (SELECT 1 FROM event_question_removals r WHERE r.question_id = q.id)
) >= 5 BEGIN
	SELECT RAISE(ABORT, 'refusal:too-many-questions');
END;
--> statement-breakpoint
CREATE TRIGGER event_questions_answered BEFORE UPDATE OF event_id, kind, choices ON event_questions
WHEN (NEW.event_id <> OLD.event_id OR NEW.kind <> OLD.kind OR NEW.choices IS NOT OLD.choices)
	AND EXISTS (SELECT 1 FROM signup_answers WHERE question_id = OLD.id) BEGIN
	SELECT RAISE(ABORT, 'refusal:question-has-answers');
END;
--> statement-breakpoint
CREATE TRIGGER event_questions_removed_stay BEFORE UPDATE OF kind, wording, choices, is_required ON event_questions
WHEN EXISTS (SELECT 1 FROM event_question_removals WHERE question_id = OLD.id) BEGIN
	SELECT RAISE(ABORT, 'refusal:question-unknown');
END;
--> statement-breakpoint
CREATE TRIGGER event_question_removals_forget AFTER INSERT ON event_question_removals BEGIN
	DELETE FROM signup_answers WHERE question_id = NEW.question_id;
END;
--> statement-breakpoint
CREATE TRIGGER signup_answers_asked BEFORE INSERT ON signup_answers
WHEN NOT EXISTS (
	SELECT 1 FROM event_questions q JOIN slots s ON s.event_id = q.event_id JOIN signups g ON g.slot_id = s.id
	WHERE q.id = NEW.question_id AND g.id = NEW.signup_id
		AND NOT EXISTS (SELECT 1 FROM event_question_removals r WHERE r.question_id = q.id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:question-unknown');
END;
--> statement-breakpoint
CREATE TRIGGER signup_answers_in_party BEFORE INSERT ON signup_answers
WHEN NEW.nth > (SELECT party_size FROM signups WHERE id = NEW.signup_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:person-not-in-party');
END;
--> statement-breakpoint
CREATE TRIGGER signup_answers_in_time BEFORE INSERT ON signup_answers
WHEN NOT EXISTS (
	SELECT 1 FROM signups g JOIN slots s ON s.id = g.slot_id
	WHERE g.id = NEW.signup_id AND g.place <> 'withdrawn' AND NEW.at < s.starts_at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations c WHERE c.event_id = s.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:slot-closed');
END;
--> statement-breakpoint
CREATE TRIGGER signup_answers_leave AFTER UPDATE OF party_size ON signups WHEN NEW.party_size < OLD.party_size BEGIN
	DELETE FROM signup_answers WHERE signup_id = NEW.id AND nth > NEW.party_size;
END;
--> statement-breakpoint
CREATE TRIGGER signup_answers_withdrawn AFTER INSERT ON signup_withdrawals BEGIN
	DELETE FROM signup_answers WHERE signup_id = NEW.signup_id;
END;
