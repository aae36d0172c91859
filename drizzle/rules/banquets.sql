-- A banquet that took place is not dissuaded any more.
CREATE TRIGGER dissuasions_open BEFORE INSERT ON dissuasions
WHEN EXISTS (SELECT 1 FROM banquet_outcomes WHERE banquet_id = NEW.banquet_id AND outcome IN (SELECT outcome FROM held_outcomes)) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-already-held');
END;

-- A dissuasion claims a cancelled banquet only if no other outcome is recorded.
CREATE TRIGGER dissuasions_claim_no_more BEFORE INSERT ON dissuasions
WHEN NEW.outcome = 'cancelled'
	AND EXISTS (SELECT 1 FROM banquet_outcomes WHERE banquet_id = NEW.banquet_id AND outcome <> 'cancelled') BEGIN
	SELECT RAISE(ABORT, 'refusal:dissuasion-contradicts-outcome');
END;

-- A dissuasion is corrected to a cancelled banquet only if no other outcome is recorded.
CREATE TRIGGER dissuasions_claim_no_more_later BEFORE UPDATE OF outcome ON dissuasions
WHEN NEW.outcome = 'cancelled'
	AND EXISTS (SELECT 1 FROM banquet_outcomes WHERE banquet_id = NEW.banquet_id AND outcome <> 'cancelled') BEGIN
	SELECT RAISE(ABORT, 'refusal:dissuasion-contradicts-outcome');
END;

-- A dissuasion is confirmed by another person than the one who recorded it.
CREATE TRIGGER dissuasion_confirmations_second_person BEFORE INSERT ON dissuasion_confirmations
WHEN NEW.by_id = (SELECT by_id FROM dissuasions WHERE id = NEW.dissuasion_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:same-person');
END;

-- A dissuasion is confirmed again when its banquet gains or loses a proper occasion.
CREATE TRIGGER banquets_occasion_confirmed_anew AFTER UPDATE OF occasion ON banquets
WHEN (NEW.occasion IN (SELECT occasion FROM no_occasions)) <> (OLD.occasion IN (SELECT occasion FROM no_occasions)) BEGIN
	DELETE FROM dissuasion_confirmations
		WHERE dissuasion_id IN (SELECT id FROM dissuasions WHERE banquet_id = NEW.id);
END;

-- A household changes its own banquet until the planned day is over or an outcome is recorded, and what it declared on the day it declares it.
CREATE TRIGGER household_acts_in_time BEFORE INSERT ON household_acts WHEN NEW.kind <> 'declared' BEGIN
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM banquet_outcomes WHERE banquet_id = NEW.banquet_id) THEN RAISE(ABORT, 'refusal:banquet-ended')
		WHEN EXISTS (SELECT 1 FROM banquets WHERE id = NEW.banquet_id AND planned_on < date(NEW.at / 1000 + 28800, 'unixepoch')
			AND NOT (origin = 'declared' AND declared_on = date(NEW.at / 1000 + 28800, 'unixepoch')))
			THEN RAISE(ABORT, 'refusal:banquet-day-passed')
	END;
END;

-- A banquet that took place is not visited any more, and no visit is later than the planned day.
CREATE TRIGGER banquet_visits_open BEFORE INSERT ON banquet_visits BEGIN
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM banquet_outcomes WHERE banquet_id = NEW.banquet_id AND outcome IN (SELECT outcome FROM held_outcomes))
			THEN RAISE(ABORT, 'refusal:banquet-already-held')
		WHEN NEW.went_on > (SELECT planned_on FROM banquets WHERE id = NEW.banquet_id) THEN RAISE(ABORT, 'refusal:went-after-banquet')
	END;
END;

-- A dissuasion counts its visits and bears the day of the latest one.
CREATE TRIGGER banquet_visits_counted AFTER INSERT ON banquet_visits BEGIN
	UPDATE dissuasions SET visits = visits + 1, went_on = max(went_on, NEW.went_on) WHERE banquet_id = NEW.banquet_id;
END;

-- A dissuasion bears the day of its latest visit when a visit is moved.
CREATE TRIGGER banquet_visits_moved AFTER UPDATE OF went_on ON banquet_visits BEGIN
	UPDATE dissuasions SET went_on = (SELECT max(went_on) FROM banquet_visits WHERE banquet_id = NEW.banquet_id)
	WHERE banquet_id = NEW.banquet_id;
END;

-- A dissuasion is confirmed again when its day changes.
CREATE TRIGGER dissuasions_other_day AFTER UPDATE OF went_on ON dissuasions WHEN NEW.went_on <> OLD.went_on BEGIN
	DELETE FROM dissuasion_confirmations WHERE dissuasion_id = NEW.id;
END;

-- The host of a banquet is known by a sealed phone or by an index of the name, never by both.
CREATE TRIGGER banquets_host_known BEFORE INSERT ON banquets
WHEN (NEW.host_phone_index IS NULL) <> (NEW.host_phone_sealed IS NULL) OR (NEW.host_phone_index IS NULL) <> (NEW.host_name_index IS NOT NULL) BEGIN
	SELECT RAISE(ABORT, 'banquets_host_known');
END;

-- The host of a banquet stays known by a sealed phone or by an index of the name, never by both.
CREATE TRIGGER banquets_host_known_still BEFORE UPDATE OF host_phone_index, host_phone_sealed, host_name_index ON banquets
WHEN (NEW.host_phone_index IS NULL) <> (NEW.host_phone_sealed IS NULL) OR (NEW.host_phone_index IS NULL) <> (NEW.host_name_index IS NOT NULL) BEGIN
	SELECT RAISE(ABORT, 'banquets_host_known');
END;

-- A telephone has one banquet of an occasion on a day, unless a cadre says that it is another household's.
CREATE TRIGGER banquets_once_unless_other BEFORE INSERT ON banquets WHEN NEW.other_household_index = '' AND NEW.is_removed = 0
	AND EXISTS (SELECT 1 FROM banquets b WHERE b.host_phone_index = NEW.host_phone_index AND b.occasion = NEW.occasion
		AND b.planned_on = NEW.planned_on AND b.is_removed = 0) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-already-recorded');
END;

-- A telephone has still one banquet of an occasion on a day when one is moved there, unless it is another household's.
CREATE TRIGGER banquets_once_unless_other_still BEFORE UPDATE OF host_phone_index, occasion, planned_on ON banquets
WHEN NEW.other_household_index = '' AND NEW.is_removed = 0 AND (NEW.host_phone_index IS NOT OLD.host_phone_index
		OR NEW.occasion <> OLD.occasion OR NEW.planned_on <> OLD.planned_on)
	AND EXISTS (SELECT 1 FROM banquets b WHERE b.host_phone_index = NEW.host_phone_index AND b.occasion = NEW.occasion
		AND b.planned_on = NEW.planned_on AND b.is_removed = 0 AND b.id <> NEW.id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-already-recorded');
END;

-- A removal strikes the banquet out.
CREATE TRIGGER banquet_removals_mark AFTER INSERT ON banquet_removals BEGIN
	UPDATE banquets SET is_removed = 1 WHERE id = NEW.banquet_id;
END;

-- A removal is never taken back.
CREATE TRIGGER banquet_removals_stand BEFORE DELETE ON banquet_removals BEGIN
	SELECT RAISE(ABORT, 'a removal stands');
END;

-- A banquet that was struck out is not changed.
CREATE TRIGGER banquets_removed_stay BEFORE UPDATE ON banquets WHEN OLD.is_removed = 1 BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;

-- A banquet is struck out only by its removal.
CREATE TRIGGER banquets_removed_by_removal BEFORE UPDATE OF is_removed ON banquets
WHEN NEW.is_removed = 1 AND NOT EXISTS (SELECT 1 FROM banquet_removals WHERE banquet_id = NEW.id) BEGIN
	SELECT RAISE(ABORT, 'a banquet is struck out by its removal alone');
END;

-- A banquet that was struck out gets no outcome.
CREATE TRIGGER banquet_outcomes_not_removed BEFORE INSERT ON banquet_outcomes
WHEN (SELECT is_removed FROM banquets WHERE id = NEW.banquet_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;

-- The outcome of a banquet that was struck out is not changed.
CREATE TRIGGER banquet_outcomes_removed_stay BEFORE UPDATE ON banquet_outcomes
WHEN (SELECT is_removed FROM banquets WHERE id = NEW.banquet_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;

-- A banquet that was struck out gets no dissuasion.
CREATE TRIGGER dissuasions_not_removed BEFORE INSERT ON dissuasions
WHEN (SELECT is_removed FROM banquets WHERE id = NEW.banquet_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;

-- The dissuasion of a banquet that was struck out is not changed.
CREATE TRIGGER dissuasions_removed_stay BEFORE UPDATE ON dissuasions
WHEN (SELECT is_removed FROM banquets WHERE id = NEW.banquet_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;

-- The dissuasion of a banquet that was struck out is not confirmed.
CREATE TRIGGER dissuasion_confirmations_not_removed BEFORE INSERT ON dissuasion_confirmations
WHEN (SELECT b.is_removed FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = NEW.dissuasion_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;

-- A banquet that was struck out gets no visit.
CREATE TRIGGER banquet_visits_not_removed BEFORE INSERT ON banquet_visits
WHEN (SELECT is_removed FROM banquets WHERE id = NEW.banquet_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;

-- A household does not change a banquet that was struck out.
CREATE TRIGGER household_acts_not_removed BEFORE INSERT ON household_acts
WHEN (SELECT is_removed FROM banquets WHERE id = NEW.banquet_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;

-- The units of a banquet on days on which its own is not there: those that this went into, and of those that went into it where it was recorded.
CREATE VIEW banquet_places AS
SELECT b.id AS banquet_id, t.other_id AS unit_id, t.first_on, t.last_on FROM banquets b JOIN units_in_turn t ON t.unit_id = b.unit_id
WHERE t.is_later OR EXISTS (SELECT 1 FROM audit_entries a WHERE a.subject_type = 'banquet' AND a.subject_id = b.id AND a.unit_id = t.other_id);

-- A banquet is listed with its outcome, when this is recorded, under the unit of its day: one that merged since it was planned has another.
CREATE TRIGGER banquet_outcomes_listed AFTER INSERT ON banquet_outcomes BEGIN
	UPDATE banquets SET listed_outcome = NEW.outcome, listed_ended_on = NEW.ended_on, unit_id = p.unit_id FROM banquet_places p
	WHERE banquets.id = NEW.banquet_id AND p.banquet_id = NEW.banquet_id AND NEW.ended_on BETWEEN p.first_on AND p.last_on;
	UPDATE banquets SET listed_outcome = NEW.outcome, listed_ended_on = NEW.ended_on WHERE id = NEW.banquet_id;
END;

-- A banquet is listed with its outcome, when this is changed, under the unit of its day.
CREATE TRIGGER banquet_outcomes_listed_anew AFTER UPDATE OF outcome, ended_on ON banquet_outcomes BEGIN
	UPDATE banquets SET listed_outcome = NEW.outcome, listed_ended_on = NEW.ended_on, unit_id = p.unit_id FROM banquet_places p
	WHERE banquets.id = NEW.banquet_id AND p.banquet_id = NEW.banquet_id AND NEW.ended_on BETWEEN p.first_on AND p.last_on;
	UPDATE banquets SET listed_outcome = NEW.outcome, listed_ended_on = NEW.ended_on WHERE id = NEW.banquet_id;
END;

-- A banquet is listed as open again, when its outcome is deleted, under the unit of the day for which it is planned.
CREATE TRIGGER banquet_outcomes_unlisted AFTER DELETE ON banquet_outcomes BEGIN
	UPDATE banquets SET listed_outcome = NULL, listed_ended_on = NULL, unit_id = p.unit_id FROM banquet_places p
	WHERE banquets.id = OLD.banquet_id AND is_removed = 0 AND p.banquet_id = OLD.banquet_id AND banquets.planned_on BETWEEN p.first_on AND p.last_on;
	UPDATE banquets SET listed_outcome = NULL, listed_ended_on = NULL WHERE id = OLD.banquet_id AND is_removed = 0;
END;

-- A dissuasion is listed as confirmed, when it is confirmed.
CREATE TRIGGER dissuasion_confirmations_listed AFTER INSERT ON dissuasion_confirmations BEGIN
	UPDATE dissuasions SET is_confirmed = 1 WHERE id = NEW.dissuasion_id;
END;

-- A dissuasion is listed as waiting again, when its confirmation ends.
CREATE TRIGGER dissuasion_confirmations_unlisted AFTER DELETE ON dissuasion_confirmations BEGIN
	UPDATE dissuasions SET is_confirmed = 0
		WHERE id = OLD.dissuasion_id AND banquet_id NOT IN (SELECT banquet_id FROM banquet_removals);
END;

-- What a household declares itself is confirmed by a cadre, not by its declaration.
CREATE TRIGGER household_acts_unconfirmed BEFORE INSERT ON household_acts
WHEN NEW.kind = 'declared' AND (SELECT confirmed_tables FROM banquets WHERE id = NEW.banquet_id) IS NOT NULL BEGIN
	SELECT RAISE(ABORT, 'a household does not confirm its own declaration');
END;

-- A declaration is confirmed only by its confirmation.
CREATE TRIGGER banquets_confirmed_by_confirmation BEFORE UPDATE OF confirmed_tables ON banquets
WHEN OLD.confirmed_tables IS NULL AND NEW.confirmed_tables IS NOT NULL
	AND NOT EXISTS (SELECT 1 FROM banquet_confirmations WHERE banquet_id = NEW.id) BEGIN
	SELECT RAISE(ABORT, 'a declaration is confirmed only by its confirmation');
END;

-- A confirmation vouches for the tables that are planned then. Of a banquet that has ended, nothing is saved by it.
CREATE TRIGGER banquet_confirmations_vouch AFTER INSERT ON banquet_confirmations BEGIN
	UPDATE banquets SET confirmed_tables =
		coalesce((SELECT tables_held FROM banquet_outcomes WHERE banquet_id = NEW.banquet_id), tables_planned)
	WHERE id = NEW.banquet_id AND confirmed_tables IS NULL;
END;

-- A declaration that was confirmed stays so.
CREATE TRIGGER banquet_confirmations_stand BEFORE DELETE ON banquet_confirmations BEGIN
	SELECT RAISE(ABORT, 'a confirmation stands');
END;
