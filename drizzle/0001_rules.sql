-- What must never be false, whoever writes: caches kept in step, state changes refused in the wrong state.
CREATE TRIGGER units_closure AFTER INSERT ON units BEGIN
	INSERT INTO unit_closure (ancestor_id, descendant_id)
		SELECT ancestor_id, NEW.id FROM unit_closure WHERE descendant_id = NEW.parent_id
		UNION ALL SELECT NEW.id, NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER units_stay BEFORE UPDATE OF parent_id, kind ON units BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-cannot-move');
END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_unchanged BEFORE UPDATE ON audit_entries BEGIN
	SELECT RAISE(ABORT, 'audit entries are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_kept BEFORE DELETE ON audit_entries BEGIN
	SELECT RAISE(ABORT, 'audit entries are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER account_closures_end_sessions AFTER INSERT ON account_closures BEGIN
	DELETE FROM sessions WHERE account_id = NEW.account_id;
END;
--> statement-breakpoint
CREATE TRIGGER slots_inserted AFTER INSERT ON slots BEGIN
	UPDATE events SET
		starts_at = (SELECT min(starts_at) FROM slots WHERE event_id = NEW.event_id),
		ends_at = (SELECT max(ends_at) FROM slots WHERE event_id = NEW.event_id)
	WHERE id = NEW.event_id;
END;
--> statement-breakpoint
CREATE TRIGGER slots_moved AFTER UPDATE OF starts_at, ends_at ON slots BEGIN
	UPDATE events SET
		starts_at = (SELECT min(starts_at) FROM slots WHERE event_id = NEW.event_id),
		ends_at = (SELECT max(ends_at) FROM slots WHERE event_id = NEW.event_id)
	WHERE id = NEW.event_id;
END;
--> statement-breakpoint
CREATE TRIGGER slots_in_use BEFORE DELETE ON slots WHEN EXISTS (SELECT 1 FROM signups WHERE slot_id = OLD.id) BEGIN
	SELECT RAISE(ABORT, 'refusal:slot-has-signups');
END;
--> statement-breakpoint
CREATE TRIGGER slots_deleted AFTER DELETE ON slots BEGIN
	UPDATE events SET
		starts_at = (SELECT min(starts_at) FROM slots WHERE event_id = OLD.event_id),
		ends_at = (SELECT max(ends_at) FROM slots WHERE event_id = OLD.event_id)
	WHERE id = OLD.event_id;
END;
--> statement-breakpoint
CREATE TRIGGER event_publications_need_slot BEFORE INSERT ON event_publications
WHEN NOT EXISTS (SELECT 1 FROM slots WHERE event_id = NEW.event_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:event-without-slot');
END;
--> statement-breakpoint
CREATE TRIGGER event_publications_not_cancelled BEFORE INSERT ON event_publications
WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = NEW.event_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:event-cancelled');
END;
--> statement-breakpoint
CREATE TRIGGER event_cancellations_not_completed BEFORE INSERT ON event_cancellations
WHEN EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.event_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:event-completed');
END;
--> statement-breakpoint
CREATE TRIGGER event_completions_held BEFORE INSERT ON event_completions
WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = NEW.event_id)
	OR NOT EXISTS (SELECT 1 FROM event_publications WHERE event_id = NEW.event_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:event-not-held');
END;
--> statement-breakpoint
CREATE TRIGGER event_completions_begun BEFORE INSERT ON event_completions
WHEN NOT EXISTS (SELECT 1 FROM events WHERE id = NEW.event_id AND starts_at <= NEW.at) BEGIN
	SELECT RAISE(ABORT, 'refusal:event-not-begun');
END;
--> statement-breakpoint
CREATE TRIGGER signups_open BEFORE INSERT ON signups
WHEN NOT EXISTS (
	SELECT 1 FROM slots s JOIN event_publications p ON p.event_id = s.event_id
	WHERE s.id = NEW.slot_id AND NEW.at < s.starts_at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations c WHERE c.event_id = s.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:slot-closed');
END;
--> statement-breakpoint
CREATE TRIGGER signups_fit_the_slot BEFORE INSERT ON signups
WHEN NEW.party_size > (SELECT capacity FROM slots WHERE id = NEW.slot_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:party-larger-than-slot');
END;
--> statement-breakpoint
CREATE TRIGGER signups_still_fit_the_slot BEFORE UPDATE OF party_size ON signups
WHEN NEW.party_size > (SELECT capacity FROM slots WHERE id = NEW.slot_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:party-larger-than-slot');
END;
--> statement-breakpoint
CREATE TRIGGER slots_keep_room_for_waiting BEFORE UPDATE OF capacity ON slots
WHEN NEW.capacity >= NEW.taken AND NEW.capacity < (SELECT max(party_size) FROM signups WHERE slot_id = NEW.id AND place = 'waitlisted') BEGIN
	SELECT RAISE(ABORT, 'refusal:capacity-below-waiting');
END;
--> statement-breakpoint
CREATE TRIGGER signups_in_order BEFORE INSERT ON signups
WHEN NEW.granted > 0 AND EXISTS (SELECT 1 FROM signups WHERE slot_id = NEW.slot_id AND place = 'waitlisted')
	AND NOT EXISTS (SELECT 1 FROM slots s JOIN events e ON e.id = s.event_id WHERE s.id = NEW.slot_id AND e.lets_pass) BEGIN
	SELECT RAISE(ABORT, 'refusal:others-are-waiting');
END;
--> statement-breakpoint
CREATE TRIGGER signups_inserted AFTER INSERT ON signups WHEN NEW.granted > 0 BEGIN
	UPDATE slots SET taken = taken + NEW.granted WHERE id = NEW.slot_id;
END;
--> statement-breakpoint
CREATE TRIGGER signups_kept BEFORE DELETE ON signups BEGIN
	SELECT RAISE(ABORT, 'signups are withdrawn, never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER signups_resized BEFORE UPDATE OF party_size, accepts_some ON signups
WHEN OLD.place = 'withdrawn' BEGIN
	SELECT RAISE(ABORT, 'refusal:signup-withdrawn');
END;
--> statement-breakpoint
CREATE TRIGGER signups_enlarged BEFORE UPDATE OF party_size ON signups
WHEN OLD.place = 'confirmed' AND NEW.party_size > OLD.party_size
	AND EXISTS (SELECT 1 FROM signups WHERE slot_id = NEW.slot_id AND place = 'waitlisted')
	AND NOT EXISTS (SELECT 1 FROM slots s JOIN events e ON e.id = s.event_id WHERE s.id = NEW.slot_id AND e.lets_pass) BEGIN
	SELECT RAISE(ABORT, 'refusal:others-are-waiting');
END;
--> statement-breakpoint
CREATE TRIGGER signups_counted AFTER UPDATE OF granted ON signups WHEN NEW.granted <> OLD.granted BEGIN
	UPDATE slots SET taken = taken + NEW.granted - OLD.granted WHERE id = NEW.slot_id;
END;
--> statement-breakpoint
CREATE TRIGGER signups_change_while_open BEFORE UPDATE OF party_size ON signups
WHEN EXISTS (SELECT 1 FROM slots s JOIN event_cancellations c ON c.event_id = s.event_id WHERE s.id = OLD.slot_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:slot-closed');
END;
--> statement-breakpoint
CREATE TRIGGER signup_withdrawals_in_time BEFORE INSERT ON signup_withdrawals
WHEN NOT EXISTS (
	SELECT 1 FROM signups g JOIN slots s ON s.id = g.slot_id WHERE g.id = NEW.signup_id AND NEW.at < s.starts_at
) BEGIN
	SELECT RAISE(ABORT, 'refusal:slot-closed');
END;
--> statement-breakpoint
CREATE TRIGGER signup_withdrawals_place AFTER INSERT ON signup_withdrawals BEGIN
	UPDATE signups SET place = 'withdrawn', granted = 0 WHERE id = NEW.signup_id;
END;
--> statement-breakpoint
CREATE TRIGGER signup_promotions_waiting BEFORE INSERT ON signup_promotions
WHEN NOT EXISTS (
	SELECT 1 FROM signups WHERE id = NEW.signup_id AND place = 'waitlisted' AND granted + NEW.people <= party_size
) BEGIN
	SELECT RAISE(ABORT, 'refusal:signup-not-waiting');
END;
--> statement-breakpoint
CREATE TRIGGER signup_promotions_place AFTER INSERT ON signup_promotions BEGIN
	UPDATE signups SET granted = granted + NEW.people,
		place = CASE WHEN granted + NEW.people = party_size THEN 'confirmed' ELSE 'waitlisted' END
	WHERE id = NEW.signup_id;
END;
--> statement-breakpoint
CREATE TRIGGER line_moves_waiting BEFORE INSERT ON line_moves
WHEN NOT EXISTS (SELECT 1 FROM signups WHERE id = NEW.signup_id AND place = 'waitlisted') BEGIN
	SELECT RAISE(ABORT, 'refusal:signup-not-waiting');
END;
--> statement-breakpoint
CREATE TRIGGER line_moves_rank AFTER INSERT ON line_moves BEGIN
	UPDATE signups SET rank = NEW.to_rank WHERE id = NEW.signup_id;
END;
--> statement-breakpoint
CREATE TRIGGER shift_claims_open BEFORE INSERT ON shift_claims
WHEN NOT EXISTS (
	SELECT 1 FROM shifts s JOIN event_publications p ON p.event_id = s.event_id
	WHERE s.id = NEW.shift_id AND NEW.at < s.ends_at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations c WHERE c.event_id = s.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-closed');
END;
--> statement-breakpoint
CREATE TRIGGER shift_claims_one_at_a_time BEFORE INSERT ON shift_claims
WHEN EXISTS (
	SELECT 1 FROM shift_claims c JOIN shifts mine ON mine.id = c.shift_id JOIN shifts wanted ON wanted.id = NEW.shift_id
	WHERE c.account_id = NEW.account_id AND c.is_released = 0 AND mine.id <> wanted.id
		AND mine.starts_at < wanted.ends_at AND wanted.starts_at < mine.ends_at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations x WHERE x.event_id = mine.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-overlaps');
END;
--> statement-breakpoint
CREATE TRIGGER shift_claims_counted AFTER INSERT ON shift_claims BEGIN
	UPDATE shifts SET taken = taken + 1 WHERE id = NEW.shift_id;
END;
--> statement-breakpoint
CREATE TRIGGER shift_releases_in_time BEFORE INSERT ON shift_releases
WHEN NOT EXISTS (
	SELECT 1 FROM shift_claims c JOIN shifts s ON s.id = c.shift_id WHERE c.id = NEW.claim_id AND NEW.at < s.starts_at
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-begun');
END;
--> statement-breakpoint
CREATE TRIGGER shift_releases_counted AFTER INSERT ON shift_releases BEGIN
	UPDATE shift_claims SET is_released = 1 WHERE id = NEW.claim_id;
	UPDATE shifts SET taken = taken - 1 WHERE id = (SELECT shift_id FROM shift_claims WHERE id = NEW.claim_id);
END;
--> statement-breakpoint
CREATE TRIGGER shifts_moved BEFORE UPDATE OF starts_at, ends_at ON shifts
WHEN OLD.taken > 0 BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-has-claims');
END;
--> statement-breakpoint
CREATE TRIGGER pledge_texts_unchanged BEFORE UPDATE ON pledge_texts BEGIN
	SELECT RAISE(ABORT, 'an issued pledge text is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER pledges_audience BEFORE INSERT ON pledges
WHEN NEW.audience <> (SELECT audience FROM pledge_texts WHERE id = NEW.text_id) BEGIN
	SELECT RAISE(ABORT, 'a pledge has the audience of its text');
END;
--> statement-breakpoint
CREATE TRIGGER pledge_withdrawals_marked AFTER INSERT ON pledge_withdrawals BEGIN
	UPDATE pledges SET is_withdrawn = 1 WHERE id = NEW.pledge_id;
END;
--> statement-breakpoint
CREATE TRIGGER dissuasions_open BEFORE INSERT ON dissuasions
WHEN EXISTS (SELECT 1 FROM banquet_outcomes WHERE banquet_id = NEW.banquet_id AND outcome IN ('held', 'reduced')) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-already-held');
END;
--> statement-breakpoint
CREATE TRIGGER dissuasions_claim_no_more BEFORE INSERT ON dissuasions
WHEN NEW.outcome = 'cancelled'
	AND EXISTS (SELECT 1 FROM banquet_outcomes WHERE banquet_id = NEW.banquet_id AND outcome <> 'cancelled') BEGIN
	SELECT RAISE(ABORT, 'refusal:dissuasion-contradicts-outcome');
END;
--> statement-breakpoint
CREATE TRIGGER dissuasions_claim_no_more_later BEFORE UPDATE OF outcome ON dissuasions
WHEN NEW.outcome = 'cancelled'
	AND EXISTS (SELECT 1 FROM banquet_outcomes WHERE banquet_id = NEW.banquet_id AND outcome <> 'cancelled') BEGIN
	SELECT RAISE(ABORT, 'refusal:dissuasion-contradicts-outcome');
END;
--> statement-breakpoint
CREATE TRIGGER dissuasion_confirmations_second_person BEFORE INSERT ON dissuasion_confirmations
WHEN NEW.by_id = (SELECT by_id FROM dissuasions WHERE id = NEW.dissuasion_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:same-person');
END;
--> statement-breakpoint
CREATE TRIGGER activity_removals_marked AFTER INSERT ON activity_removals BEGIN
	UPDATE activities SET is_removed = 1 WHERE id = NEW.activity_id;
END;
--> statement-breakpoint
CREATE TRIGGER activities_removed_stay BEFORE UPDATE OF kind, done_on, quantity, subject ON activities
WHEN OLD.is_removed = 1 BEGIN
	SELECT RAISE(ABORT, 'refusal:activity-removed');
END;
--> statement-breakpoint
CREATE TRIGGER activities_zero_of_none BEFORE INSERT ON activities
WHEN NEW.kind = 'checked-zero' AND EXISTS (
	SELECT 1 FROM activities a JOIN unit_closure c ON c.descendant_id = a.unit_id
	WHERE c.ancestor_id = NEW.unit_id AND a.kind = NEW.zero_kind AND a.is_removed = 0
		AND substr(a.done_on, 1, 7) = NEW.zero_month
) BEGIN
	SELECT RAISE(ABORT, 'refusal:month-has-complaints');
END;
--> statement-breakpoint
CREATE TRIGGER activities_none_in_zero BEFORE INSERT ON activities
WHEN EXISTS (
	SELECT 1 FROM activities z JOIN unit_closure c ON c.ancestor_id = z.unit_id
	WHERE c.descendant_id = NEW.unit_id AND z.zero_kind = NEW.kind AND z.is_removed = 0
		AND z.zero_month = substr(NEW.done_on, 1, 7)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:month-checked-zero');
END;
--> statement-breakpoint
CREATE TRIGGER activities_none_in_zero_later BEFORE UPDATE OF kind, done_on, unit_id ON activities
WHEN NEW.is_removed = 0 AND EXISTS (
	SELECT 1 FROM activities z JOIN unit_closure c ON c.ancestor_id = z.unit_id
	WHERE c.descendant_id = NEW.unit_id AND z.zero_kind = NEW.kind AND z.is_removed = 0 AND z.id <> NEW.id
		AND z.zero_month = substr(NEW.done_on, 1, 7)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:month-checked-zero');
END;
