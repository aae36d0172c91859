-- A shift is claimed from publication until it ends, unless the event is cancelled.
CREATE TRIGGER shift_claims_open BEFORE INSERT ON shift_claims
WHEN NOT EXISTS (
	SELECT 1 FROM shifts s JOIN event_publications p ON p.event_id = s.event_id
	WHERE s.id = NEW.shift_id AND NEW.at < s.ends_at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations c WHERE c.event_id = s.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-closed');
END;

-- A volunteer holds one shift at a time.
CREATE TRIGGER shift_claims_one_at_a_time BEFORE INSERT ON shift_claims
WHEN EXISTS (
	SELECT 1 FROM shift_claims c JOIN shifts mine ON mine.id = c.shift_id JOIN shifts wanted ON wanted.id = NEW.shift_id
	WHERE c.account_id = NEW.account_id AND c.is_released = 0 AND mine.id <> wanted.id
		AND mine.starts_at < wanted.ends_at AND wanted.starts_at < mine.ends_at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations x WHERE x.event_id = mine.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-overlaps');
END;

-- A shift counts a new claim.
CREATE TRIGGER shift_claims_counted AFTER INSERT ON shift_claims BEGIN
	UPDATE shifts SET taken = taken + 1 WHERE id = NEW.shift_id;
END;

-- A shift is given back only before it begins.
CREATE TRIGGER shift_releases_in_time BEFORE INSERT ON shift_releases
WHEN NOT EXISTS (
	SELECT 1 FROM shift_claims c JOIN shifts s ON s.id = c.shift_id WHERE c.id = NEW.claim_id AND NEW.at < s.starts_at
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-begun');
END;

-- A release frees the claim and the shift's place.
CREATE TRIGGER shift_releases_counted AFTER INSERT ON shift_releases BEGIN
	UPDATE shift_claims SET is_released = 1 WHERE id = NEW.claim_id;
	UPDATE shifts SET taken = taken - 1 WHERE id = (SELECT shift_id FROM shift_claims WHERE id = NEW.claim_id);
END;

-- The waits for a shift that can be served now: not over, account open, and no overlapping shift held.
CREATE VIEW shift_waits_ready AS
	SELECT w.id, w.shift_id, w.account_id, w.seq FROM shift_waits w JOIN shifts wanted ON wanted.id = w.shift_id
	WHERE w.is_over = 0
		AND NOT EXISTS (SELECT 1 FROM account_closures x WHERE x.account_id = w.account_id)
		AND NOT EXISTS (
			SELECT 1 FROM shift_claims c JOIN shifts mine ON mine.id = c.shift_id
			WHERE c.account_id = w.account_id AND c.is_released = 0
				AND mine.starts_at < wanted.ends_at AND wanted.starts_at < mine.ends_at
				AND NOT EXISTS (SELECT 1 FROM event_cancellations x WHERE x.event_id = mine.event_id)
		);

-- A volunteer waits for a shift only from publication until it begins, unless the event is cancelled.
CREATE TRIGGER shift_waits_open BEFORE INSERT ON shift_waits
WHEN NOT EXISTS (
	SELECT 1 FROM shifts s JOIN event_publications p ON p.event_id = s.event_id
	WHERE s.id = NEW.shift_id AND NEW.at < s.starts_at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations c WHERE c.event_id = s.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-closed');
END;

-- A volunteer does not wait for a shift that they hold.
CREATE TRIGGER shift_waits_not_held BEFORE INSERT ON shift_waits
WHEN EXISTS (
	SELECT 1 FROM shift_claims WHERE shift_id = NEW.shift_id AND account_id = NEW.account_id AND is_released = 0
) BEGIN
	SELECT RAISE(ABORT, 'refusal:already-yours');
END;

-- A volunteer does not wait for a shift that overlaps with one that they hold.
CREATE TRIGGER shift_waits_one_at_a_time BEFORE INSERT ON shift_waits
WHEN EXISTS (
	SELECT 1 FROM shift_claims c JOIN shifts mine ON mine.id = c.shift_id JOIN shifts wanted ON wanted.id = NEW.shift_id
	WHERE c.account_id = NEW.account_id AND c.is_released = 0 AND mine.id <> wanted.id
		AND mine.starts_at < wanted.ends_at AND wanted.starts_at < mine.ends_at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations x WHERE x.event_id = mine.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-overlaps');
END;

-- A volunteer waits only for a shift that is full, or that others wait for.
CREATE TRIGGER shift_waits_when_full BEFORE INSERT ON shift_waits
WHEN EXISTS (SELECT 1 FROM shifts WHERE id = NEW.shift_id AND taken < needed)
	AND NOT EXISTS (SELECT 1 FROM shift_waits_ready WHERE shift_id = NEW.shift_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-has-room');
END;

-- Only a wait that is not over is withdrawn.
CREATE TRIGGER shift_wait_withdrawals_waiting BEFORE INSERT ON shift_wait_withdrawals
WHEN NOT EXISTS (SELECT 1 FROM shift_waits WHERE id = NEW.wait_id AND is_over = 0) BEGIN
	SELECT RAISE(ABORT, 'refusal:wait-over');
END;

-- A withdrawal ends the wait.
CREATE TRIGGER shift_wait_withdrawals_done AFTER INSERT ON shift_wait_withdrawals BEGIN
	UPDATE shift_waits SET is_over = 1 WHERE id = NEW.wait_id;
END;

-- Only a wait that is not over is promoted.
CREATE TRIGGER shift_promotions_waiting BEFORE INSERT ON shift_promotions
WHEN NOT EXISTS (SELECT 1 FROM shift_waits WHERE id = NEW.wait_id AND is_over = 0) BEGIN
	SELECT RAISE(ABORT, 'refusal:wait-over');
END;

-- A promotion turns the wait into a claim.
CREATE TRIGGER shift_promotions_claim AFTER INSERT ON shift_promotions BEGIN
	INSERT INTO shift_claims (id, shift_id, account_id, at, by_id)
		SELECT id, shift_id, account_id, NEW.at, NULL FROM shift_waits WHERE id = NEW.wait_id;
END;

-- A free shift goes first to those who wait for it, in their order.
CREATE TRIGGER shift_claims_in_order BEFORE INSERT ON shift_claims
WHEN NEW.request_id IS NULL
	AND EXISTS (SELECT 1 FROM shifts WHERE id = NEW.shift_id AND taken < needed AND NEW.at < starts_at)
	AND EXISTS (
		SELECT 1 FROM shift_waits_ready ahead WHERE ahead.shift_id = NEW.shift_id AND ahead.account_id <> NEW.account_id
			AND NOT EXISTS (
				SELECT 1 FROM shift_waits own WHERE own.shift_id = NEW.shift_id AND own.account_id = NEW.account_id
					AND own.is_over = 0 AND own.seq < ahead.seq
			)
	) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-has-line');
END;

-- A claim ends the wait of the same volunteer for that shift.
CREATE TRIGGER shift_claims_end_wait AFTER INSERT ON shift_claims BEGIN
	UPDATE shift_waits SET is_over = 1 WHERE shift_id = NEW.shift_id AND account_id = NEW.account_id AND is_over = 0;
END;

-- A shift is handed over only by a request that was accepted.
CREATE TRIGGER shift_claims_by_request BEFORE INSERT ON shift_claims
WHEN NEW.request_id IS NOT NULL
	AND NOT EXISTS (SELECT 1 FROM shift_answers WHERE request_id = NEW.request_id AND answer = 'accepted') BEGIN
	SELECT RAISE(ABORT, 'a shift is handed over by an accepted request alone');
END;

-- A volunteer asks only another volunteer, and only about a claim of their own.
CREATE TRIGGER shift_requests_own BEFORE INSERT ON shift_requests
WHEN NEW.to_id = NEW.by_id OR NOT EXISTS (
	SELECT 1 FROM shift_claims WHERE id = NEW.claim_id AND account_id = NEW.by_id AND is_released = 0
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-not-yours');
END;

-- A shift is passed on or swapped only before it begins, unless the event is cancelled.
CREATE TRIGGER shift_requests_in_time BEFORE INSERT ON shift_requests
WHEN EXISTS (
	SELECT 1 FROM shift_claims c JOIN shifts s ON s.id = c.shift_id
	WHERE c.id IN (NEW.claim_id, NEW.wanted_claim_id) AND (s.starts_at <= NEW.at
		OR EXISTS (SELECT 1 FROM event_cancellations x WHERE x.event_id = s.event_id))
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-begun');
END;

-- The shift that is wanted in return is held by the volunteer who is asked.
CREATE TRIGGER shift_requests_wanted_theirs BEFORE INSERT ON shift_requests
WHEN NEW.wanted_claim_id IS NOT NULL AND NOT EXISTS (
	SELECT 1 FROM shift_claims WHERE id = NEW.wanted_claim_id AND account_id = NEW.to_id AND is_released = 0
) BEGIN
	SELECT RAISE(ABORT, 'refusal:wanted-not-theirs');
END;

-- A colleague is not asked to take a shift that they already hold.
CREATE TRIGGER shift_requests_not_held BEFORE INSERT ON shift_requests
WHEN EXISTS (
	SELECT 1 FROM shift_claims given JOIN shift_claims held ON held.shift_id = given.shift_id AND held.is_released = 0
	WHERE (given.id = NEW.claim_id AND held.account_id = NEW.to_id)
		OR (given.id = NEW.wanted_claim_id AND held.account_id = NEW.by_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:already-theirs');
END;

-- A release closes the open requests about that claim.
CREATE TRIGGER shift_releases_lapse_requests AFTER INSERT ON shift_releases BEGIN
	UPDATE shift_requests SET is_open = 0 WHERE claim_id = NEW.claim_id AND is_open = 1;
	UPDATE shift_requests SET is_open = 0 WHERE wanted_claim_id = NEW.claim_id AND is_open = 1;
END;

-- Only an open request is answered.
CREATE TRIGGER shift_answers_open BEFORE INSERT ON shift_answers
WHEN NOT EXISTS (SELECT 1 FROM shift_requests WHERE id = NEW.request_id AND is_open = 1) BEGIN
	SELECT RAISE(ABORT, 'refusal:request-closed');
END;

-- A request is taken back by who made it, and answered by who was asked.
CREATE TRIGGER shift_answers_by BEFORE INSERT ON shift_answers
WHEN NEW.by_id IS NOT (
	SELECT CASE NEW.answer WHEN 'taken-back' THEN by_id ELSE to_id END FROM shift_requests WHERE id = NEW.request_id
) BEGIN
	SELECT RAISE(ABORT, 'refusal:request-not-yours');
END;

-- An answer closes the request.
CREATE TRIGGER shift_answers_close AFTER INSERT ON shift_answers BEGIN
	UPDATE shift_requests SET is_open = 0 WHERE id = NEW.request_id;
END;

-- Hours are stated only after the shift has ended, for a claim that was not released, of an event that was not cancelled.
CREATE TRIGGER shift_hours_after BEFORE INSERT ON shift_hours
WHEN NOT EXISTS (
	SELECT 1 FROM shift_claims c JOIN shifts s ON s.id = c.shift_id
	WHERE c.id = NEW.claim_id AND c.is_released = 0 AND s.ends_at <= NEW.at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations x WHERE x.event_id = s.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-not-over');
END;

-- Hours that both sides agreed on are not stated again.
CREATE TRIGGER shift_hours_settled BEFORE INSERT ON shift_hours
WHEN EXISTS (SELECT 1 FROM shift_claims WHERE id = NEW.claim_id AND confirmed_minutes IS NOT NULL) BEGIN
	SELECT RAISE(ABORT, 'refusal:hours-settled');
END;

-- Each statement of hours answers the latest one.
CREATE TRIGGER shift_hours_in_turn BEFORE INSERT ON shift_hours
WHEN NEW.seq <> (SELECT 1 + coalesce(max(seq), 0) FROM shift_hours WHERE claim_id = NEW.claim_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:hours-moved-on');
END;

-- Only the holder of the shift speaks as its volunteer.
CREATE TRIGGER shift_hours_volunteer BEFORE INSERT ON shift_hours
WHEN NEW.side = 'volunteer' AND NEW.by_id IS NOT (SELECT account_id FROM shift_claims WHERE id = NEW.claim_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-not-yours');
END;

-- The hours of a volunteer are confirmed by another person.
CREATE TRIGGER shift_hours_second_person BEFORE INSERT ON shift_hours
WHEN NEW.side = 'organiser'
	AND (NEW.by_id IS NULL OR NEW.by_id = (SELECT account_id FROM shift_claims WHERE id = NEW.claim_id)) BEGIN
	SELECT RAISE(ABORT, 'refusal:own-hours');
END;

-- The volunteer tells the hours first.
CREATE TRIGGER shift_hours_volunteer_first BEFORE INSERT ON shift_hours WHEN NEW.side = 'organiser' AND NEW.seq = 1 BEGIN
	SELECT RAISE(ABORT, 'refusal:hours-unsaid');
END;

-- Hours are not longer than the shift.
CREATE TRIGGER shift_hours_within_shift BEFORE INSERT ON shift_hours
WHEN NEW.minutes * 60000 > (
	SELECT s.ends_at - s.starts_at FROM shift_claims c JOIN shifts s ON s.id = c.shift_id WHERE c.id = NEW.claim_id
) BEGIN
	SELECT RAISE(ABORT, 'refusal:hours-too-long');
END;

-- Hours are confirmed once one side says the same minutes as the other side did just before.
CREATE TRIGGER shift_hours_agreed AFTER INSERT ON shift_hours
WHEN EXISTS (
	SELECT 1 FROM shift_hours WHERE claim_id = NEW.claim_id AND seq = NEW.seq - 1
		AND side <> NEW.side AND minutes = NEW.minutes
) BEGIN
	UPDATE shift_claims SET confirmed_minutes = NEW.minutes WHERE id = NEW.claim_id;
END;

-- A statement of hours is never changed.
CREATE TRIGGER shift_hours_unchanged BEFORE UPDATE ON shift_hours BEGIN
	SELECT RAISE(ABORT, 'what was said of hours is never changed');
END;

-- A statement of hours is never deleted.
CREATE TRIGGER shift_hours_kept BEFORE DELETE ON shift_hours BEGIN
	SELECT RAISE(ABORT, 'what was said of hours is never deleted');
END;

-- A revocation marks the calendar feed as revoked.
CREATE TRIGGER shift_feed_revocations_done AFTER INSERT ON shift_feed_revocations BEGIN
	UPDATE shift_feeds SET is_revoked = 1 WHERE id = NEW.feed_id;
END;

-- A shift with claims is moved only together with a recorded change that gives the reason.
CREATE TRIGGER shifts_moved BEFORE UPDATE OF starts_at, ends_at ON shifts
WHEN (NEW.starts_at <> OLD.starts_at OR NEW.ends_at <> OLD.ends_at) AND OLD.taken > 0
	AND NOT coalesce((
		SELECT starts_before = OLD.starts_at AND ends_before = OLD.ends_at AND starts_after = NEW.starts_at AND ends_after = NEW.ends_at
		FROM shift_changes WHERE shift_id = OLD.id ORDER BY rowid DESC LIMIT 1
	), 0) BEGIN
	SELECT RAISE(ABORT, 'refusal:reason-missing');
END;

-- A shift is not moved into another shift of a volunteer who holds it.
CREATE TRIGGER shifts_moved_one_at_a_time BEFORE UPDATE OF starts_at, ends_at ON shifts
WHEN (NEW.starts_at <> OLD.starts_at OR NEW.ends_at <> OLD.ends_at) AND EXISTS (
	SELECT 1 FROM shift_claims moved
		JOIN shift_claims c ON c.account_id = moved.account_id AND c.is_released = 0 AND c.shift_id <> NEW.id
		JOIN shifts other ON other.id = c.shift_id
	WHERE moved.shift_id = NEW.id AND moved.is_released = 0
		AND other.starts_at < NEW.ends_at AND NEW.starts_at < other.ends_at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations x WHERE x.event_id = other.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:moved-shift-overlaps');
END;

-- A recorded change of a shift is never rewritten.
CREATE TRIGGER shift_changes_unchanged BEFORE UPDATE ON shift_changes BEGIN
	SELECT RAISE(ABORT, 'a change of a shift is never rewritten');
END;

-- A change is marked as seen only by the volunteer who holds the shift.
CREATE TRIGGER shift_change_sights_own BEFORE INSERT ON shift_change_sights
WHEN NOT EXISTS (
	SELECT 1 FROM shift_claims c JOIN shift_changes x ON x.shift_id = c.shift_id
	WHERE c.id = NEW.claim_id AND x.id = NEW.change_id AND c.account_id = NEW.by_id
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-not-yours');
END;
