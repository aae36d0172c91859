-- A party is not larger than its slot.
CREATE TRIGGER signups_fit_the_slot BEFORE INSERT ON signups
WHEN NEW.party_size > (SELECT capacity FROM slots WHERE id = NEW.slot_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:party-larger-than-slot');
END;

-- A party does not grow larger than its slot.
CREATE TRIGGER signups_still_fit_the_slot BEFORE UPDATE OF party_size ON signups
WHEN NEW.party_size > (SELECT capacity FROM slots WHERE id = NEW.slot_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:party-larger-than-slot');
END;

-- A slot counts the people of a new sign-up that have a place.
CREATE TRIGGER signups_inserted AFTER INSERT ON signups WHEN NEW.granted > 0 BEGIN
	UPDATE slots SET taken = taken + NEW.granted WHERE id = NEW.slot_id;
END;

-- A sign-up is withdrawn, never deleted.
CREATE TRIGGER signups_kept BEFORE DELETE ON signups BEGIN
	SELECT RAISE(ABORT, 'signups are withdrawn, never deleted');
END;

-- A withdrawn sign-up does not change its party.
CREATE TRIGGER signups_resized BEFORE UPDATE OF party_size, accepts_some ON signups
WHEN OLD.status = 'withdrawn' BEGIN
	SELECT RAISE(ABORT, 'refusal:signup-withdrawn');
END;

-- A confirmed party does not grow while others wait for the slot, unless the event lets parties pass.
CREATE TRIGGER signups_enlarged BEFORE UPDATE OF party_size ON signups
WHEN OLD.status = 'confirmed' AND NEW.party_size > OLD.party_size
	AND EXISTS (SELECT 1 FROM signups WHERE slot_id = NEW.slot_id AND status = 'waitlisted' AND is_lapsed = 0)
	AND NOT EXISTS (SELECT 1 FROM slots s JOIN events e ON e.id = s.event_id WHERE s.id = NEW.slot_id AND e.lets_pass) BEGIN
	SELECT RAISE(ABORT, 'refusal:others-are-waiting');
END;

-- A slot counts places that a sign-up gains or loses.
CREATE TRIGGER signups_counted AFTER UPDATE OF granted ON signups WHEN NEW.granted <> OLD.granted BEGIN
	UPDATE slots SET taken = taken + NEW.granted - OLD.granted WHERE id = NEW.slot_id;
END;

-- A party does not change once the event is cancelled.
CREATE TRIGGER signups_change_while_open BEFORE UPDATE OF party_size ON signups
WHEN EXISTS (SELECT 1 FROM slots s JOIN event_cancellations c ON c.event_id = s.event_id WHERE s.id = OLD.slot_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:slot-closed');
END;

-- A withdrawal gives the places of the sign-up back.
CREATE TRIGGER signup_withdrawals_free_places AFTER INSERT ON signup_withdrawals BEGIN
	UPDATE signups SET status = 'withdrawn', granted = 0, held_until = NULL, is_lapsed = 0 WHERE id = NEW.signup_id;
END;

-- Only a waiting sign-up is promoted, and to no more places than its party needs.
CREATE TRIGGER signup_promotions_waiting BEFORE INSERT ON signup_promotions
WHEN NOT EXISTS (
	SELECT 1 FROM signups
	WHERE id = NEW.signup_id AND status = 'waitlisted' AND is_lapsed = 0 AND granted + NEW.people <= party_size
) BEGIN
	SELECT RAISE(ABORT, 'refusal:signup-not-waiting');
END;

-- A promotion grants places; the sign-up is confirmed once its whole party has one. They are held until a call, where the event asks one.
CREATE TRIGGER signup_promotions_grant_places AFTER INSERT ON signup_promotions BEGIN
	UPDATE signups SET granted = granted + NEW.people,
		status = CASE WHEN granted + NEW.people = party_size THEN 'confirmed' ELSE 'waitlisted' END,
		held_until = CASE
			WHEN origin <> 'online' OR EXISTS (SELECT 1 FROM signup_confirmations WHERE signup_id = NEW.signup_id) THEN NULL
			ELSE coalesce(held_until, (SELECT NEW.at + e.confirm_hours * 3600000 FROM slots s JOIN events e ON e.id = s.event_id WHERE s.id = slot_id))
		END
	WHERE id = NEW.signup_id;
END;

-- Only a waiting sign-up is moved in line.
CREATE TRIGGER line_moves_waiting BEFORE INSERT ON line_moves
WHEN NOT EXISTS (SELECT 1 FROM signups WHERE id = NEW.signup_id AND status = 'waitlisted') BEGIN
	SELECT RAISE(ABORT, 'refusal:signup-not-waiting');
END;

-- A move in line gives the sign-up its new rank.
CREATE TRIGGER line_moves_rank AFTER INSERT ON line_moves BEGIN
	UPDATE signups SET rank = NEW.to_rank WHERE id = NEW.signup_id;
END;

-- Places of people who came in, or of a sign-up with a no-show, are not taken away.
CREATE TRIGGER signups_keep_who_came BEFORE UPDATE OF granted ON signups
WHEN NEW.granted < OLD.granted AND EXISTS (
	SELECT 1 FROM check_in_people WHERE signup_id = NEW.id AND nth > NEW.granted AND is_undone = 0
	UNION ALL SELECT 1 FROM no_shows WHERE signup_id = NEW.id AND is_ended = 0
) BEGIN
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM check_in_people WHERE signup_id = NEW.id AND is_undone = 0)
			THEN RAISE(ABORT, 'refusal:checked-in-already')
		ELSE RAISE(ABORT, 'refusal:slot-closed')
	END;
END;

-- A new sign-up takes no place while others wait, unless the event lets parties pass or it is a walk-in after the beginning.
CREATE TRIGGER signups_in_order BEFORE INSERT ON signups
WHEN NEW.granted > 0 AND EXISTS (SELECT 1 FROM signups WHERE slot_id = NEW.slot_id AND status = 'waitlisted' AND is_lapsed = 0)
	AND NOT EXISTS (
		SELECT 1 FROM slots s JOIN events e ON e.id = s.event_id
		WHERE s.id = NEW.slot_id AND (e.lets_pass OR (NEW.origin = 'walk-in' AND NEW.at >= s.starts_at))
	) BEGIN
	SELECT RAISE(ABORT, 'refusal:others-are-waiting');
END;

-- A sign-up is withdrawn only before its slot begins; a walk-in at any time.
CREATE TRIGGER signup_withdrawals_in_time BEFORE INSERT ON signup_withdrawals
WHEN NOT EXISTS (
	SELECT 1 FROM signups g JOIN slots s ON s.id = g.slot_id
	WHERE g.id = NEW.signup_id AND (NEW.at < s.starts_at OR g.origin = 'walk-in')
) BEGIN
	SELECT RAISE(ABORT, 'refusal:slot-closed');
END;

-- An answer belongs to a question that the event asks now.
CREATE TRIGGER signup_answers_asked BEFORE INSERT ON signup_answers
WHEN NOT EXISTS (
	SELECT 1 FROM event_questions q JOIN slots s ON s.event_id = q.event_id JOIN signups g ON g.slot_id = s.id
	WHERE q.id = NEW.question_id AND g.id = NEW.signup_id
		AND NOT EXISTS (SELECT 1 FROM event_question_removals r WHERE r.question_id = q.id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:question-unknown');
END;

-- An answer belongs to a person of the party.
CREATE TRIGGER signup_answers_in_party BEFORE INSERT ON signup_answers
WHEN NEW.nth > (SELECT party_size FROM signups WHERE id = NEW.signup_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:person-not-in-party');
END;

-- Answers are given only before the slot begins, for a sign-up that was not withdrawn, to an event that was not cancelled.
CREATE TRIGGER signup_answers_in_time BEFORE INSERT ON signup_answers
WHEN NOT EXISTS (
	SELECT 1 FROM signups g JOIN slots s ON s.id = g.slot_id
	WHERE g.id = NEW.signup_id AND g.status <> 'withdrawn' AND NEW.at < s.starts_at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations c WHERE c.event_id = s.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:slot-closed');
END;

-- A party that shrinks loses the answers of the people who left it.
CREATE TRIGGER signup_answers_leave AFTER UPDATE OF party_size ON signups WHEN NEW.party_size < OLD.party_size BEGIN
	DELETE FROM signup_answers WHERE signup_id = NEW.id AND nth > NEW.party_size;
END;

-- A withdrawal deletes the answers of the sign-up.
CREATE TRIGGER signup_answers_withdrawn AFTER INSERT ON signup_withdrawals BEGIN
	DELETE FROM signup_answers WHERE signup_id = NEW.signup_id;
END;

-- A slot takes sign-ups from publication until it begins (a walk-in until the end of its last day), unless the event is completed or cancelled.
CREATE TRIGGER signups_open BEFORE INSERT ON signups
WHEN NOT EXISTS (
	SELECT 1 FROM slots s JOIN event_publications p ON p.event_id = s.event_id
	WHERE s.id = NEW.slot_id
		AND (NEW.at < s.starts_at OR (
			NEW.origin = 'walk-in' AND NEW.at < ((s.ends_at - 1 + 28800000) / 86400000 + 1) * 86400000 - 28800000
		))
		AND NOT EXISTS (SELECT 1 FROM event_completions e WHERE e.event_id = s.event_id)
		AND NOT EXISTS (SELECT 1 FROM event_cancellations c WHERE c.event_id = s.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:slot-closed');
END;

-- Name and phone of a sign-up are corrected only while it is not withdrawn, not erased, and its event not cancelled.
CREATE TRIGGER signups_corrected BEFORE UPDATE OF name_sealed, phone_sealed, phone_index ON signups
WHEN NEW.name_sealed <> 'erased' BEGIN
	SELECT CASE
		WHEN OLD.status = 'withdrawn' THEN RAISE(ABORT, 'refusal:signup-withdrawn')
		WHEN OLD.name_sealed = 'erased' OR EXISTS (
			SELECT 1 FROM slots s JOIN event_cancellations c ON c.event_id = s.event_id WHERE s.id = OLD.slot_id
		) THEN RAISE(ABORT, 'refusal:slot-closed')
	END;
END;

-- One sign-up for a blood drive is one person.
CREATE TRIGGER signups_of_one BEFORE INSERT ON signups
WHEN NEW.party_size > 1
	AND (SELECT e.kind FROM slots s JOIN events e ON e.id = s.event_id WHERE s.id = NEW.slot_id) = 'blood-drive' BEGIN
	SELECT RAISE(ABORT, 'refusal:one-person-each');
END;

-- A sign-up for a blood drive stays one person.
CREATE TRIGGER signups_stay_of_one BEFORE UPDATE OF party_size ON signups
WHEN NEW.party_size > 1
	AND (SELECT e.kind FROM slots s JOIN events e ON e.id = s.event_id WHERE s.id = NEW.slot_id) = 'blood-drive' BEGIN
	SELECT RAISE(ABORT, 'refusal:one-person-each');
END;

-- An online sign-up for a blood drive comes with a self-check for the day of its slot.
CREATE TRIGGER signups_checked BEFORE INSERT ON signups
WHEN NEW.origin = 'online' AND EXISTS (
	SELECT 1 FROM slots s JOIN events e ON e.id = s.event_id
	WHERE s.id = NEW.slot_id AND e.kind = 'blood-drive' AND NOT EXISTS (
		SELECT 1 FROM donor_checks c
		WHERE c.signup_id = NEW.id AND c.on_date = date(s.starts_at / 1000 + 28800, 'unixepoch')
	)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:check-missing');
END;

-- A sign-up with a recorded donation result is not withdrawn.
CREATE TRIGGER signup_withdrawals_without_result BEFORE INSERT ON signup_withdrawals
WHEN EXISTS (SELECT 1 FROM donations WHERE signup_id = NEW.signup_id AND is_removed = 0) BEGIN
	SELECT RAISE(ABORT, 'refusal:has-result');
END;

-- Places that a sign-up takes online are held until a call, where the event asks one.
CREATE TRIGGER signups_held AFTER INSERT ON signups
WHEN NEW.granted > 0 AND NEW.origin = 'online'
	AND (SELECT e.confirm_hours FROM slots s JOIN events e ON e.id = s.event_id WHERE s.id = NEW.slot_id) IS NOT NULL BEGIN
	UPDATE signups SET held_until = (
		SELECT NEW.at + e.confirm_hours * 3600000 FROM slots s JOIN events e ON e.id = s.event_id WHERE s.id = NEW.slot_id
	) WHERE id = NEW.id;
END;

-- A call asks whether a sign-up is true whose places are held until then.
CREATE TRIGGER signups_held_called AFTER UPDATE OF held_until ON signups
WHEN OLD.held_until IS NULL AND NEW.held_until IS NOT NULL AND NOT EXISTS (
	SELECT 1 FROM messages WHERE signup_id = NEW.id AND kind = 'confirmation' AND state IN ('call', 'dead')
) BEGIN
	INSERT INTO messages (id, kind, signup_id, act_id, at, state, channel, next_at, state_at)
		SELECT coalesce(a.act_id, NEW.id) || ':' || NEW.id || ':confirmation', 'confirmation', NEW.id, coalesce(a.act_id, NEW.id),
			since.at, 'call', 'call', since.at, since.at
		FROM acting a, (SELECT NEW.held_until - e.confirm_hours * 3600000 AS at
			FROM slots s JOIN events e ON e.id = s.event_id WHERE s.id = NEW.slot_id) since
		WHERE true ON CONFLICT DO NOTHING;
END;

-- A withdrawn sign-up is not confirmed.
CREATE TRIGGER signup_confirmations_in_force BEFORE INSERT ON signup_confirmations
WHEN (SELECT status FROM signups WHERE id = NEW.signup_id) = 'withdrawn' BEGIN
	SELECT RAISE(ABORT, 'refusal:signup-withdrawn');
END;

-- A confirmed sign-up keeps its places, or waits in line again.
CREATE TRIGGER signup_confirmations_keep AFTER INSERT ON signup_confirmations BEGIN
	UPDATE signups SET held_until = NULL, is_lapsed = 0 WHERE id = NEW.signup_id;
END;

-- Places go back only when they were held too long, before the slot begins.
CREATE TRIGGER signup_lapses_overdue BEFORE INSERT ON signup_lapses
WHEN NOT EXISTS (
	SELECT 1 FROM signups g JOIN slots s ON s.id = g.slot_id
	WHERE g.id = NEW.signup_id AND g.held_until <= NEW.at AND s.starts_at > NEW.at
) BEGIN
	SELECT RAISE(ABORT, 'only places that were held too long go back');
END;

-- A sign-up that was not confirmed in time gives its places back, and goes to the end of the line.
CREATE TRIGGER signup_lapses_free_places AFTER INSERT ON signup_lapses BEGIN
	UPDATE signups SET granted = 0, status = 'waitlisted', is_lapsed = 1, held_until = NULL,
		rank = (SELECT max(rank) + 1 FROM signups o WHERE o.slot_id = signups.slot_id)
	WHERE id = NEW.signup_id;
END;
