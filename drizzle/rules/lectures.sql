-- Only a lecture has the details of a lecture.
CREATE TRIGGER lectures_only BEFORE INSERT ON lectures
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) <> 'lecture' BEGIN
	SELECT RAISE(ABORT, 'refusal:not-a-lecture');
END;

-- Feedback is given to a published lecture that was not cancelled, from its beginning until fourteen days after its end.
CREATE TRIGGER lecture_feedbacks_open BEFORE INSERT ON lecture_feedbacks BEGIN
	SELECT CASE
		WHEN e.kind <> 'lecture' OR NOT EXISTS (SELECT 1 FROM event_publications WHERE event_id = e.id)
			THEN RAISE(ABORT, 'refusal:not-a-lecture')
		WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = e.id) THEN RAISE(ABORT, 'refusal:feedback-closed')
		WHEN e.starts_at IS NULL OR NEW.at < e.starts_at THEN RAISE(ABORT, 'refusal:feedback-not-yet')
		WHEN NEW.at >= e.ends_at + (SELECT feedback_ms FROM limits) THEN RAISE(ABORT, 'refusal:feedback-closed')
	END FROM events e WHERE e.id = NEW.event_id;
END;

-- Only a slip of this lecture gives feedback, and only when people of its party were checked in.
CREATE TRIGGER feedback_slips_came BEFORE INSERT ON feedback_slips
WHEN NOT EXISTS (
	SELECT 1 FROM check_ins c JOIN slots s ON s.id = c.slot_id
	WHERE c.signup_id = NEW.signup_id AND c.is_undone = 0 AND s.event_id = NEW.event_id
) BEGIN
	SELECT RAISE(ABORT, 'refusal:feedback-not-there');
END;

-- Each feedback comes with the slip of a party that was there.
CREATE TRIGGER lecture_feedbacks_by_slip BEFORE INSERT ON lecture_feedbacks
WHEN NOT NEW.is_from_slip OR (SELECT count(*) FROM lecture_feedbacks WHERE event_id = NEW.event_id AND is_from_slip)
	>= (SELECT count(*) FROM feedback_slips WHERE event_id = NEW.event_id) BEGIN
	SELECT RAISE(ABORT, 'feedback comes with a slip');
END;
