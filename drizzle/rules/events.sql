-- An event begins with its first slot and ends with its last one, when a slot is added.
CREATE TRIGGER slots_inserted AFTER INSERT ON slots BEGIN
	UPDATE events SET
		starts_at = (SELECT min(starts_at) FROM slots WHERE event_id = NEW.event_id),
		ends_at = (SELECT max(ends_at) FROM slots WHERE event_id = NEW.event_id)
	WHERE id = NEW.event_id;
END;

-- An event begins with its first slot and ends with its last one, when a slot is moved.
CREATE TRIGGER slots_moved AFTER UPDATE OF starts_at, ends_at ON slots BEGIN
	UPDATE events SET
		starts_at = (SELECT min(starts_at) FROM slots WHERE event_id = NEW.event_id),
		ends_at = (SELECT max(ends_at) FROM slots WHERE event_id = NEW.event_id)
	WHERE id = NEW.event_id;
END;

-- A slot with sign-ups is not deleted.
CREATE TRIGGER slots_in_use BEFORE DELETE ON slots WHEN EXISTS (SELECT 1 FROM signups WHERE slot_id = OLD.id) BEGIN
	SELECT RAISE(ABORT, 'refusal:slot-has-signups');
END;

-- An event begins with its first slot and ends with its last one, when a slot is deleted.
CREATE TRIGGER slots_deleted AFTER DELETE ON slots BEGIN
	UPDATE events SET
		starts_at = (SELECT min(starts_at) FROM slots WHERE event_id = OLD.event_id),
		ends_at = (SELECT max(ends_at) FROM slots WHERE event_id = OLD.event_id)
	WHERE id = OLD.event_id;
END;

-- An event is published only with a slot.
CREATE TRIGGER event_publications_need_slot BEFORE INSERT ON event_publications
WHEN NOT EXISTS (SELECT 1 FROM slots WHERE event_id = NEW.event_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:event-without-slot');
END;

-- A cancelled event is not published.
CREATE TRIGGER event_publications_not_cancelled BEFORE INSERT ON event_publications
WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = NEW.event_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:event-cancelled');
END;

-- A completed event is not cancelled.
CREATE TRIGGER event_cancellations_not_completed BEFORE INSERT ON event_cancellations
WHEN EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.event_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:event-completed');
END;

-- Only a published event that was not cancelled is completed.
CREATE TRIGGER event_completions_held BEFORE INSERT ON event_completions
WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = NEW.event_id)
	OR NOT EXISTS (SELECT 1 FROM event_publications WHERE event_id = NEW.event_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:event-not-held');
END;

-- An event is completed only after it has begun.
CREATE TRIGGER event_completions_begun BEFORE INSERT ON event_completions
WHEN NOT EXISTS (SELECT 1 FROM events WHERE id = NEW.event_id AND starts_at <= NEW.at) BEGIN
	SELECT RAISE(ABORT, 'refusal:event-not-begun');
END;

-- A slot stays large enough for the largest party that waits for it, else that party could never come in.
CREATE TRIGGER slots_keep_room_for_waiting BEFORE UPDATE OF capacity ON slots
WHEN NEW.capacity >= NEW.taken AND NEW.capacity < (SELECT max(party_size) FROM signups WHERE slot_id = NEW.id AND status = 'waitlisted') BEGIN
	SELECT RAISE(ABORT, 'refusal:capacity-below-waiting');
END;

-- An event takes the next number when it is made.
CREATE TRIGGER events_take_a_number AFTER INSERT ON events WHEN NEW.number = 0 BEGIN
	UPDATE events SET number = (SELECT max(number) + 1 FROM events) WHERE id = NEW.id;
END;

-- An event keeps its number: the number is printed on posters.
CREATE TRIGGER events_keep_their_number BEFORE UPDATE OF number ON events WHEN OLD.number <> 0 BEGIN
	SELECT RAISE(ABORT, 'the number of an event stands on posters');
END;

-- A slot of a published event with sign-ups is moved only together with a recorded change that gives the reason.
CREATE TRIGGER slots_moved_with_reason BEFORE UPDATE OF starts_at, ends_at ON slots
WHEN (NEW.starts_at <> OLD.starts_at OR NEW.ends_at <> OLD.ends_at)
	AND EXISTS (SELECT 1 FROM event_publications WHERE event_id = OLD.event_id)
	AND EXISTS (SELECT 1 FROM signups WHERE slot_id = OLD.id AND status <> 'withdrawn')
	AND NOT coalesce((
		SELECT starts_before = OLD.starts_at AND ends_before = OLD.ends_at AND starts_after = NEW.starts_at AND ends_after = NEW.ends_at
		FROM event_changes WHERE slot_id = OLD.id ORDER BY rowid DESC LIMIT 1
	), 0) BEGIN
	SELECT RAISE(ABORT, 'refusal:reason-missing');
END;

-- A published event with sign-ups changes its venue only together with a recorded change that gives the reason.
CREATE TRIGGER events_moved_with_reason BEFORE UPDATE OF place ON events
WHEN NEW.place <> OLD.place
	AND EXISTS (SELECT 1 FROM event_publications WHERE event_id = OLD.id)
	AND EXISTS (SELECT 1 FROM slots JOIN signups ON signups.slot_id = slots.id WHERE slots.event_id = OLD.id AND signups.status <> 'withdrawn')
	AND NOT coalesce((
		SELECT place_before = OLD.place AND place_after = NEW.place
		FROM event_changes WHERE event_id = OLD.id AND slot_id IS NULL ORDER BY rowid DESC LIMIT 1
	), 0) BEGIN
	SELECT RAISE(ABORT, 'refusal:reason-missing');
END;

-- A recorded change of an event is never rewritten.
CREATE TRIGGER event_changes_unchanged BEFORE UPDATE ON event_changes BEGIN
	SELECT RAISE(ABORT, 'a change of an event is never rewritten');
END;

-- An event in a series stays in that series.
CREATE TRIGGER events_stay_in_their_series BEFORE UPDATE OF series_id ON events
WHEN OLD.series_id IS NOT NULL AND NEW.series_id IS NOT OLD.series_id BEGIN
	SELECT RAISE(ABORT, 'refusal:event-in-series');
END;

-- An event asks at most five questions at a time.
CREATE TRIGGER event_questions_few BEFORE INSERT ON event_questions
WHEN (
	SELECT count(*) FROM event_questions q WHERE q.event_id = NEW.event_id
		AND NOT EXISTS (SELECT 1 FROM event_question_removals r WHERE r.question_id = q.id)
) >= (SELECT most_questions FROM limits) BEGIN
	SELECT RAISE(ABORT, 'refusal:too-many-questions');
END;

-- A question with answers keeps its event, its kind and its choices.
CREATE TRIGGER event_questions_answered BEFORE UPDATE OF event_id, kind, choices ON event_questions
WHEN (NEW.event_id <> OLD.event_id OR NEW.kind <> OLD.kind OR NEW.choices IS NOT OLD.choices)
	AND EXISTS (SELECT 1 FROM signup_answers WHERE question_id = OLD.id) BEGIN
	SELECT RAISE(ABORT, 'refusal:question-has-answers');
END;

-- A removed question is not changed.
CREATE TRIGGER event_questions_removed_stay BEFORE UPDATE OF kind, wording, choices, is_required ON event_questions
WHEN EXISTS (SELECT 1 FROM event_question_removals WHERE question_id = OLD.id) BEGIN
	SELECT RAISE(ABORT, 'refusal:question-unknown');
END;

-- Removing a question deletes its answers.
CREATE TRIGGER event_question_removals_forget AFTER INSERT ON event_question_removals BEGIN
	DELETE FROM signup_answers WHERE question_id = NEW.question_id;
END;

-- An event has at most six files of a kind.
CREATE TRIGGER event_files_few BEFORE INSERT ON event_files
WHEN (SELECT count(*) FROM event_files WHERE event_id = NEW.event_id AND kind = NEW.kind AND is_removed = 0)
	>= (SELECT CASE NEW.kind WHEN 'photo' THEN most_photos ELSE most_materials END FROM limits) BEGIN
	SELECT RAISE(ABORT, 'refusal:too-many-files');
END;

-- Removing a file deletes its bytes, its title and the name of who consented.
CREATE TRIGGER event_file_removals_emptied AFTER INSERT ON event_file_removals BEGIN
	UPDATE event_files SET is_removed = 1, bytes = NULL, title = '',
		consent_sealed = CASE WHEN consent_sealed IS NULL THEN NULL ELSE 'erased' END
	WHERE id = NEW.file_id;
END;

-- An event with sign-ups or results never turns into a blood drive, nor a blood drive into anything else.
CREATE TRIGGER events_keep_their_kind BEFORE UPDATE OF kind ON events
WHEN NEW.kind <> OLD.kind AND 'blood-drive' IN (NEW.kind, OLD.kind) AND (
	EXISTS (SELECT 1 FROM slots s JOIN signups g ON g.slot_id = s.id WHERE s.event_id = NEW.id)
	OR EXISTS (SELECT 1 FROM donations WHERE event_id = NEW.id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:kind-has-signups');
END;

-- A completion of a drive with recorded results says the donors and millilitres of those results.
CREATE TRIGGER event_completions_say_the_results BEFORE INSERT ON event_completions
WHEN EXISTS (SELECT 1 FROM donations WHERE event_id = NEW.event_id AND is_removed = 0) AND (
	NEW.donors IS NOT (SELECT count(*) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0 AND outcome = 'donated')
	OR NEW.millilitres IS NOT (SELECT coalesce(sum(millilitres), 0) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:results-say-otherwise');
END;

-- The figures of a completed drive are corrected only to what its recorded results say.
CREATE TRIGGER event_completions_still_say_the_results BEFORE UPDATE OF donors, millilitres ON event_completions
WHEN EXISTS (SELECT 1 FROM donations WHERE event_id = NEW.event_id AND is_removed = 0) AND (
	NEW.donors IS NOT (SELECT count(*) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0 AND outcome = 'donated')
	OR NEW.millilitres IS NOT (SELECT coalesce(sum(millilitres), 0) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:results-say-otherwise');
END;

-- An event is published.
CREATE TRIGGER event_publications_staged AFTER INSERT ON event_publications BEGIN
	UPDATE events SET stage = 'published' WHERE id = NEW.event_id;
END;

-- An event is completed.
CREATE TRIGGER event_completions_staged AFTER INSERT ON event_completions BEGIN
	UPDATE events SET stage = 'completed' WHERE id = NEW.event_id;
END;

-- An event is cancelled.
CREATE TRIGGER event_cancellations_staged AFTER INSERT ON event_cancellations BEGIN
	UPDATE events SET stage = 'cancelled' WHERE id = NEW.event_id;
END;
