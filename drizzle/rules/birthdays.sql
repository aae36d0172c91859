-- A birthday banquet is planned as its series is today. A window of it has one that was not cancelled, of the same village.
CREATE TRIGGER birthday_banquets_fit BEFORE INSERT ON birthday_banquets BEGIN
	SELECT CASE
		WHEN (SELECT kind FROM events WHERE id = NEW.event_id) <> 'birthday-banquet' THEN RAISE(ABORT, 'refusal:not-a-birthday-banquet')
		WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = NEW.event_id) THEN RAISE(ABORT, 'refusal:event-cancelled')
		WHEN NOT EXISTS (
			SELECT 1 FROM events e JOIN birthday_series s ON s.id = NEW.series_id WHERE e.id = NEW.event_id AND e.unit_id = s.unit_id
		) THEN RAISE(ABORT, 'refusal:series-of-other-village')
		WHEN NOT EXISTS (
			SELECT 1 FROM birthday_series s WHERE s.id = NEW.series_id
				AND s.threshold = NEW.threshold AND s.age_kind = NEW.age_kind AND s.calendar = NEW.calendar
		) THEN RAISE(ABORT, 'refusal:series-corrected')
		WHEN EXISTS (
			SELECT 1 FROM birthday_banquets b WHERE b.series_id = NEW.series_id
				AND b.year = NEW.year AND b.first_month = NEW.first_month AND b.last_month = NEW.last_month
				AND b.threshold = NEW.threshold AND b.age_kind = NEW.age_kind AND b.calendar = NEW.calendar
				AND b.event_id <> NEW.event_id AND NOT EXISTS (SELECT 1 FROM event_cancellations c WHERE c.event_id = b.event_id)
		) THEN RAISE(ABORT, 'refusal:window-has-banquet')
	END;
END;

-- A list keeps what it was planned with.
CREATE TRIGGER birthday_banquets_kept BEFORE UPDATE OF series_id, threshold, age_kind, calendar, year, first_month, last_month ON birthday_banquets BEGIN
	SELECT RAISE(ABORT, 'what a list was planned with is kept');
END;

-- Only a living elder of the village is invited, to a banquet that was not cancelled.
CREATE TRIGGER invitations_fit BEFORE INSERT ON invitations BEGIN
	SELECT CASE
		WHEN e.is_gone THEN RAISE(ABORT, 'refusal:elder-gone')
		WHEN NOT EXISTS (
			SELECT 1 FROM birthday_banquets b JOIN birthday_series s ON s.id = b.series_id
			JOIN unit_closure c ON c.ancestor_id = s.unit_id AND c.descendant_id = e.unit_id
			WHERE b.event_id = NEW.event_id
		) THEN RAISE(ABORT, 'refusal:elder-of-other-village')
		WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = NEW.event_id) THEN RAISE(ABORT, 'refusal:event-cancelled')
	END
	FROM elders e WHERE e.id = NEW.elder_id;
END;

-- An invitation is never deleted.
CREATE TRIGGER invitations_kept BEFORE DELETE ON invitations BEGIN
	SELECT RAISE(ABORT, 'invitations are kept');
END;

-- An elder is called until the banquet is completed or cancelled, unless the invitation was dropped.
CREATE TRIGGER invitation_calls_in_time BEFORE INSERT ON invitation_calls BEGIN
	SELECT CASE
		WHEN i.is_dropped THEN RAISE(ABORT, 'refusal:elder-gone')
		WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = i.event_id) THEN RAISE(ABORT, 'refusal:event-cancelled')
		WHEN EXISTS (SELECT 1 FROM event_completions WHERE event_id = i.event_id) THEN RAISE(ABORT, 'refusal:event-completed')
	END
	FROM invitations i WHERE i.id = NEW.invitation_id;
END;

-- A call that was answered sets the answer of the invitation.
CREATE TRIGGER invitation_calls_answer AFTER INSERT ON invitation_calls WHEN NEW.outcome IN ('coming', 'declined') BEGIN
	UPDATE invitations SET answer = NEW.outcome,
		companions = CASE NEW.outcome WHEN 'coming' THEN NEW.companions ELSE 0 END,
		needs_transport = CASE NEW.outcome WHEN 'coming' THEN NEW.needs_transport ELSE 0 END
	WHERE id = NEW.invitation_id;
END;

-- Who came is noted after the banquet began, unless it was cancelled or the invitation dropped.
CREATE TRIGGER invitation_results_begun BEFORE INSERT ON invitation_results BEGIN
	SELECT CASE
		WHEN i.is_dropped THEN RAISE(ABORT, 'refusal:elder-gone')
		WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = i.event_id) THEN RAISE(ABORT, 'refusal:event-cancelled')
		WHEN e.starts_at IS NULL OR NEW.at < e.starts_at THEN RAISE(ABORT, 'refusal:event-not-begun')
	END
	FROM invitations i JOIN events e ON e.id = i.event_id WHERE i.id = NEW.invitation_id;
END;

-- A noted result sets the result of the invitation.
CREATE TRIGGER invitation_results_result AFTER INSERT ON invitation_results BEGIN
	UPDATE invitations SET result = NEW.result WHERE id = NEW.invitation_id;
END;

-- A departed elder leaves the roll and the invitations to banquets that have not begun.
CREATE TRIGGER elder_departures_drop AFTER INSERT ON elder_departures BEGIN
	UPDATE elders SET is_gone = 1 WHERE id = NEW.elder_id;
	UPDATE invitations SET is_dropped = 1 WHERE elder_id = NEW.elder_id AND result IS NULL
		AND NOT EXISTS (SELECT 1 FROM events e WHERE e.id = event_id AND e.starts_at <= NEW.at);
END;

-- An erased elder does not depart again.
CREATE TRIGGER elder_departures_of_the_living BEFORE INSERT ON elder_departures
WHEN EXISTS (SELECT 1 FROM elder_erasures WHERE elder_id = NEW.elder_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:elder-gone');
END;

-- A departure is not undone once the elder was erased.
CREATE TRIGGER elder_departure_undos_not_erased BEFORE INSERT ON elder_departure_undos
WHEN EXISTS (SELECT 1 FROM elder_departures d JOIN elder_erasures e ON e.elder_id = d.elder_id WHERE d.id = NEW.departure_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:elder-gone');
END;

-- Undoing a departure brings the elder and the invitations back.
CREATE TRIGGER elder_departure_undos_return AFTER INSERT ON elder_departure_undos BEGIN
	UPDATE elder_departures SET is_undone = 1 WHERE id = NEW.departure_id;
	UPDATE elders SET is_gone = 0 WHERE id = (SELECT elder_id FROM elder_departures WHERE id = NEW.departure_id);
	UPDATE invitations SET is_dropped = 0 WHERE elder_id = (SELECT elder_id FROM elder_departures WHERE id = NEW.departure_id);
END;

-- An erased elder leaves the roll and the invitations to banquets that have not begun.
CREATE TRIGGER elder_erasures_drop AFTER INSERT ON elder_erasures BEGIN
	UPDATE elders SET is_gone = 1 WHERE id = NEW.elder_id;
	UPDATE invitations SET is_dropped = 1 WHERE elder_id = NEW.elder_id AND result IS NULL
		AND NOT EXISTS (SELECT 1 FROM events e WHERE e.id = event_id AND e.starts_at <= NEW.at);
END;

-- An elder who was entered by mistake leaves the roll, and the same person can be entered again.
CREATE TRIGGER elder_removals_drop AFTER INSERT ON elder_removals BEGIN
	UPDATE elders SET is_gone = 1, person_index = 'removed:' || id WHERE id = NEW.elder_id;
	UPDATE invitations SET is_dropped = 1 WHERE elder_id = NEW.elder_id AND result IS NULL;
END;
