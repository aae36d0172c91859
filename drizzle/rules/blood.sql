-- The outcome of a self-check is never changed.
CREATE TRIGGER donor_checks_unchanged BEFORE UPDATE ON donor_checks BEGIN
	SELECT RAISE(ABORT, 'what a self-check came to is never changed');
END;

-- Consent for the blood station belongs to a sign-up for a blood drive that was not withdrawn.
CREATE TRIGGER station_consents_for_a_drive BEFORE INSERT ON station_consents
WHEN NOT EXISTS (
	SELECT 1 FROM signups g JOIN slots s ON s.id = g.slot_id JOIN events e ON e.id = s.event_id
	WHERE g.id = NEW.signup_id AND g.status <> 'withdrawn' AND e.kind = 'blood-drive'
) BEGIN
	SELECT RAISE(ABORT, 'refusal:no-drive-signup');
END;

-- A withdrawal marks the consent as withdrawn.
CREATE TRIGGER station_consent_withdrawals_marked AFTER INSERT ON station_consent_withdrawals BEGIN
	UPDATE station_consents SET is_withdrawn = 1 WHERE id = NEW.consent_id;
END;

-- A result is recorded at a published drive that was not cancelled, after it began, for a sign-up of that drive that was not withdrawn.
CREATE TRIGGER donations_at_a_drive BEFORE INSERT ON donations BEGIN
	SELECT CASE
		WHEN e.kind <> 'blood-drive' OR EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = e.id)
			OR NOT EXISTS (SELECT 1 FROM event_publications WHERE event_id = e.id) THEN RAISE(ABORT, 'refusal:event-not-held')
		WHEN e.starts_at > NEW.at THEN RAISE(ABORT, 'refusal:event-not-begun')
		WHEN NEW.signup_id IS NOT NULL AND NOT EXISTS (
			SELECT 1 FROM signups g JOIN slots s ON s.id = g.slot_id
			WHERE g.id = NEW.signup_id AND s.event_id = e.id AND g.status <> 'withdrawn'
		) THEN RAISE(ABORT, 'refusal:no-drive-signup')
	END
	FROM events e WHERE e.id = NEW.event_id;
END;

-- A result stays with its drive and its person.
CREATE TRIGGER donations_stay_where_they_are BEFORE UPDATE OF event_id, signup_id ON donations BEGIN
	SELECT RAISE(ABORT, 'a result stays with its drive and its person');
END;

-- A removed result is not changed.
CREATE TRIGGER donations_removed_stay BEFORE UPDATE OF outcome, kind, millilitres, units, is_first ON donations
WHEN OLD.is_removed = 1 BEGIN
	SELECT RAISE(ABORT, 'refusal:result-removed');
END;

-- A removal marks the result as removed.
CREATE TRIGGER donation_removals_marked AFTER INSERT ON donation_removals BEGIN
	UPDATE donations SET is_removed = 1 WHERE id = NEW.donation_id;
END;

-- A completed drive says the donors and millilitres of its results, when a result is added.
CREATE TRIGGER donations_counted AFTER INSERT ON donations BEGIN
	UPDATE event_completions SET
		donors = (SELECT count(*) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0 AND outcome = 'donated'),
		millilitres = (SELECT coalesce(sum(millilitres), 0) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0)
	WHERE event_id = NEW.event_id;
END;

-- A completed drive says the donors and millilitres of its results, when a result is changed.
CREATE TRIGGER donations_recounted AFTER UPDATE OF outcome, kind, millilitres, units, is_removed ON donations
WHEN EXISTS (SELECT 1 FROM donations WHERE event_id = NEW.event_id AND is_removed = 0) BEGIN
	UPDATE event_completions SET
		donors = (SELECT count(*) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0 AND outcome = 'donated'),
		millilitres = (SELECT coalesce(sum(millilitres), 0) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0)
	WHERE event_id = NEW.event_id;
END;

-- A reminder is kept only for a person who donated.
CREATE TRIGGER donation_reminders_after_giving BEFORE INSERT ON donation_reminders
WHEN NOT EXISTS (SELECT 1 FROM donations WHERE signup_id = NEW.signup_id AND is_removed = 0 AND outcome = 'donated') BEGIN
	SELECT RAISE(ABORT, 'refusal:no-donation');
END;

-- A withdrawal marks the reminder as withdrawn.
CREATE TRIGGER donation_reminder_withdrawals_marked AFTER INSERT ON donation_reminder_withdrawals BEGIN
	UPDATE donation_reminders SET is_withdrawn = 1 WHERE id = NEW.reminder_id;
END;
