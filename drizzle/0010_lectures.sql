CREATE TABLE `event_file_removals` (
	`file_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`file_id`) REFERENCES `event_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `event_files` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`format` text NOT NULL,
	`size` integer NOT NULL,
	`hash` text NOT NULL,
	`bytes` blob,
	`consent_sealed` text,
	`consent_on` text,
	`is_removed` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_files_kind" CHECK(kind in ('photo', 'material')),
	CONSTRAINT "event_files_format" CHECK(format in ('jpeg', 'png', 'webp', 'pdf', 'docx', 'pptx', 'xlsx')),
	CONSTRAINT "event_files_photo_with_consent" CHECK(kind <> 'photo' or (consent_sealed is not null and consent_on is not null)),
	CONSTRAINT "event_files_bytes" CHECK((bytes is null) = is_removed)
);
--> statement-breakpoint
CREATE INDEX `event_files_event` ON `event_files` (`event_id`,`is_removed`,`at`);--> statement-breakpoint
CREATE TABLE `lecture_feedbacks` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`face` text NOT NULL,
	`sentence_sealed` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "lecture_feedbacks_face" CHECK(face in ('good', 'fair', 'poor'))
);
--> statement-breakpoint
CREATE INDEX `lecture_feedbacks_event` ON `lecture_feedbacks` (`event_id`,`at`);--> statement-breakpoint
CREATE TABLE `lectures` (
	`event_id` text PRIMARY KEY NOT NULL,
	`speaker_sealed` text,
	`speaker_index` text,
	`speaker_from` text DEFAULT '' NOT NULL,
	`agreed_at` integer,
	`agreed_by_id` text,
	`target_group` text NOT NULL,
	`place_kind` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "lectures_speaker_known" CHECK(speaker_sealed is not null or speaker_from <> ''),
	CONSTRAINT "lectures_speaker_index" CHECK((speaker_sealed is null) = (speaker_index is null)),
	CONSTRAINT "lectures_agreed" CHECK(agreed_at is null or speaker_sealed is not null),
	CONSTRAINT "lectures_target_group" CHECK(target_group in ('villagers', 'elders', 'women', 'young-people', 'party-members', 'disabled-people', 'caterers')),
	CONSTRAINT "lectures_place_kind" CHECK(place_kind in ('countryside', 'courtyard', 'community', 'school', 'enterprise', 'office', 'family'))
);
--> statement-breakpoint
CREATE INDEX `lectures_speaker` ON `lectures` (`speaker_index`);--> statement-breakpoint
CREATE TABLE `pledge_renewals` (
	`id` text PRIMARY KEY NOT NULL,
	`pledge_id` text NOT NULL,
	`text_id` text NOT NULL,
	`renewed_on` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`pledge_id`) REFERENCES `pledges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`text_id`) REFERENCES `pledge_texts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pledge_renewals_once` ON `pledge_renewals` (`pledge_id`,`text_id`);--> statement-breakpoint
-- rules
CREATE TRIGGER lectures_only BEFORE INSERT ON lectures
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) <> 'lecture' BEGIN
	SELECT RAISE(ABORT, 'refusal:not-a-lecture');
END;
--> statement-breakpoint
-- From the first start until 14 days (1209600000 ms) after the last end: `decideFeedback`.
CREATE TRIGGER lecture_feedbacks_open BEFORE INSERT ON lecture_feedbacks BEGIN
	SELECT CASE
		WHEN e.kind <> 'lecture' OR NOT EXISTS (SELECT 1 FROM event_publications WHERE event_id = e.id)
			THEN RAISE(ABORT, 'refusal:not-a-lecture')
		WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = e.id) THEN RAISE(ABORT, 'refusal:feedback-closed')
		WHEN e.starts_at IS NULL OR NEW.at < e.starts_at THEN RAISE(ABORT, 'refusal:feedback-not-yet')
		WHEN NEW.at >= e.ends_at + 1209600000 THEN RAISE(ABORT, 'refusal:feedback-closed')
	END FROM events e WHERE e.id = NEW.event_id;
END;
--> statement-breakpoint
-- Six photos and six materials: `fileLimits`.
CREATE TRIGGER event_files_few BEFORE INSERT ON event_files
WHEN (SELECT count(*) FROM event_files WHERE event_id = NEW.event_id AND kind = NEW.kind AND is_removed = 0) >= 6 BEGIN
	SELECT RAISE(ABORT, 'refusal:too-many-files');
END;
--> statement-breakpoint
CREATE TRIGGER event_file_removals_emptied AFTER INSERT ON event_file_removals BEGIN
	UPDATE event_files SET is_removed = 1, bytes = NULL, title = '',
		consent_sealed = CASE WHEN consent_sealed IS NULL THEN NULL ELSE 'erased' END
	WHERE id = NEW.file_id;
END;
--> statement-breakpoint
CREATE TRIGGER pledge_renewals_allowed BEFORE INSERT ON pledge_renewals BEGIN
	SELECT CASE
		WHEN p.is_withdrawn THEN RAISE(ABORT, 'refusal:pledge-withdrawn')
		WHEN t.audience <> p.audience THEN RAISE(ABORT, 'a renewal has the audience of its pledge')
		WHEN NEW.renewed_on < t.effective_on THEN RAISE(ABORT, 'refusal:pledge-text-not-yet')
		WHEN EXISTS (SELECT 1 FROM pledge_texts o
			WHERE (o.id = p.text_id OR o.id IN (SELECT text_id FROM pledge_renewals WHERE pledge_id = p.id))
				AND (o.effective_on, o.number) >= (t.effective_on, t.number)) THEN RAISE(ABORT, 'refusal:pledge-text-not-newer')
	END FROM pledges p JOIN pledge_texts t ON t.id = NEW.text_id WHERE p.id = NEW.pledge_id;
END;
