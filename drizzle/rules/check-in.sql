-- People are checked in at their own slot, from two hours before it begins until the end of its last day, and no more of them than have places.
CREATE TRIGGER check_ins_allowed BEFORE INSERT ON check_ins BEGIN
	SELECT CASE
		WHEN g.slot_id <> NEW.slot_id THEN RAISE(ABORT, 'refusal:other-slot')
		WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = s.event_id) THEN RAISE(ABORT, 'refusal:event-cancelled')
		WHEN NEW.at < s.starts_at - (SELECT door_lead_ms FROM limits) THEN RAISE(ABORT, 'refusal:door-not-open')
		WHEN NEW.at >= ((s.ends_at - 1 + 28800000) / 86400000 + 1) * 86400000 - 28800000
			OR EXISTS (SELECT 1 FROM event_completions WHERE event_id = s.event_id)
			OR NOT EXISTS (SELECT 1 FROM event_publications WHERE event_id = s.event_id) THEN RAISE(ABORT, 'refusal:door-closed')
		WHEN g.status = 'withdrawn' THEN RAISE(ABORT, 'refusal:signup-withdrawn')
		WHEN g.granted = 0 THEN RAISE(ABORT, 'refusal:still-waiting')
		WHEN g.came >= g.granted THEN RAISE(ABORT, 'refusal:already-in')
		WHEN g.came + NEW.people > g.granted THEN RAISE(ABORT, 'refusal:more-than-granted')
	END
	FROM (
		SELECT slot_id, status, granted,
			(SELECT count(*) FROM check_in_people WHERE signup_id = signups.id AND is_undone = 0) AS came
		FROM signups WHERE id = NEW.signup_id
	) g JOIN slots s ON s.id = NEW.slot_id;
END;

-- A check-in takes the lowest free numbers of the party, and ends their no-show.
CREATE TRIGGER check_ins_people_named AFTER INSERT ON check_ins BEGIN
	INSERT INTO check_in_people (check_in_id, signup_id, nth)
		SELECT NEW.id, NEW.signup_id, nth
		FROM party_numbers
		WHERE nth NOT IN (SELECT nth FROM check_in_people WHERE signup_id = NEW.signup_id AND is_undone = 0)
		ORDER BY nth LIMIT NEW.people;
	UPDATE no_shows SET is_ended = 1
		WHERE signup_id = NEW.signup_id AND is_ended = 0
			AND nth IN (SELECT nth FROM check_in_people WHERE check_in_id = NEW.id);
END;

-- A check-in is undone only until the event is completed.
CREATE TRIGGER check_in_undos_in_time BEFORE INSERT ON check_in_undos
WHEN EXISTS (
	SELECT 1 FROM check_ins c JOIN slots s ON s.id = c.slot_id JOIN event_completions e ON e.event_id = s.event_id
	WHERE c.id = NEW.check_in_id
) BEGIN
	SELECT RAISE(ABORT, 'refusal:door-closed');
END;

-- Undoing a check-in marks it and its people as undone.
CREATE TRIGGER check_in_undos_marked AFTER INSERT ON check_in_undos BEGIN
	UPDATE check_ins SET is_undone = 1 WHERE id = NEW.check_in_id;
	UPDATE check_in_people SET is_undone = 1 WHERE check_in_id = NEW.check_in_id;
END;

-- A no-show is noted only after the slot has begun, of a person who has a place and did not come in.
CREATE TRIGGER no_shows_absent BEFORE INSERT ON no_shows BEGIN
	SELECT CASE
		WHEN NEW.at < s.starts_at THEN RAISE(ABORT, 'refusal:slot-not-begun')
		WHEN NEW.nth > g.granted THEN RAISE(ABORT, 'only who has a place can fail to come')
		WHEN EXISTS (SELECT 1 FROM check_in_people WHERE signup_id = g.id AND nth = NEW.nth AND is_undone = 0)
			THEN RAISE(ABORT, 'whoever is in has come')
	END
	FROM signups g JOIN slots s ON s.id = g.slot_id WHERE g.id = NEW.signup_id;
END;

-- A no-show gives its place back to the slot.
CREATE TRIGGER no_shows_free_the_place AFTER INSERT ON no_shows BEGIN
	UPDATE slots SET taken = taken - 1 WHERE id = (SELECT slot_id FROM signups WHERE id = NEW.signup_id);
END;

-- A person who comes after all takes the place again.
CREATE TRIGGER no_shows_take_it_back AFTER UPDATE OF is_ended ON no_shows WHEN OLD.is_ended = 0 AND NEW.is_ended = 1 BEGIN
	UPDATE slots SET taken = taken + 1 WHERE id = (SELECT slot_id FROM signups WHERE id = NEW.signup_id);
END;

-- A person who came has confirmed the sign-up.
CREATE TRIGGER check_ins_confirm AFTER INSERT ON check_ins
WHEN (SELECT held_until FROM signups WHERE id = NEW.signup_id) IS NOT NULL BEGIN
	INSERT INTO signup_confirmations VALUES (NEW.signup_id, NEW.at, NEW.by_id) ON CONFLICT DO NOTHING;
END;
