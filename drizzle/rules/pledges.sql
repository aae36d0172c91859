-- An issued pledge text is never changed.
CREATE TRIGGER pledge_texts_unchanged BEFORE UPDATE ON pledge_texts BEGIN
	SELECT RAISE(ABORT, 'an issued pledge text is never changed');
END;

-- A pledge has the audience of its text.
CREATE TRIGGER pledges_audience BEFORE INSERT ON pledges
WHEN NEW.audience <> (SELECT audience FROM pledge_texts WHERE id = NEW.text_id) BEGIN
	SELECT RAISE(ABORT, 'a pledge has the audience of its text');
END;

-- A withdrawal marks the pledge as withdrawn.
CREATE TRIGGER pledge_withdrawals_marked AFTER INSERT ON pledge_withdrawals BEGIN
	UPDATE pledges SET is_withdrawn = 1 WHERE id = NEW.pledge_id;
END;

-- A pledge that was not withdrawn is renewed on a newer text of its audience that is in effect.
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

-- A pledge is not withdrawn before it was signed.
CREATE TRIGGER pledge_withdrawals_after BEFORE INSERT ON pledge_withdrawals
WHEN NEW.withdrawn_on < (SELECT signed_on FROM pledges WHERE id = NEW.pledge_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:withdrawn-before-signed');
END;

-- A pledge is listed under the text of its last renewal.
CREATE TRIGGER pledge_renewals_listed AFTER INSERT ON pledge_renewals BEGIN
	UPDATE pledges SET renewed_text_id = NEW.text_id WHERE id = NEW.pledge_id;
END;

-- A village counts a new pledge under its text.
CREATE TRIGGER pledges_counted AFTER INSERT ON pledges BEGIN
	INSERT INTO pledge_counts (village_id, audience, text_id, in_force, withdrawn)
		VALUES (NEW.village_id, NEW.audience, coalesce(NEW.renewed_text_id, NEW.text_id), NOT NEW.is_withdrawn, NEW.is_withdrawn)
		ON CONFLICT DO UPDATE SET in_force = in_force + excluded.in_force, withdrawn = withdrawn + excluded.withdrawn;
END;

-- A village counts a pledge anew that was renewed, withdrawn or moved.
CREATE TRIGGER pledges_counted_anew AFTER UPDATE OF village_id, audience, text_id, renewed_text_id, is_withdrawn ON pledges BEGIN
	UPDATE pledge_counts SET in_force = in_force - (NOT OLD.is_withdrawn), withdrawn = withdrawn - OLD.is_withdrawn
		WHERE village_id = OLD.village_id AND audience = OLD.audience AND text_id = coalesce(OLD.renewed_text_id, OLD.text_id);
	INSERT INTO pledge_counts (village_id, audience, text_id, in_force, withdrawn)
		VALUES (NEW.village_id, NEW.audience, coalesce(NEW.renewed_text_id, NEW.text_id), NOT NEW.is_withdrawn, NEW.is_withdrawn)
		ON CONFLICT DO UPDATE SET in_force = in_force + excluded.in_force, withdrawn = withdrawn + excluded.withdrawn;
END;

-- A village counts a pledge no more that is deleted.
CREATE TRIGGER pledges_uncounted AFTER DELETE ON pledges BEGIN
	UPDATE pledge_counts SET in_force = in_force - (NOT OLD.is_withdrawn), withdrawn = withdrawn - OLD.is_withdrawn
		WHERE village_id = OLD.village_id AND audience = OLD.audience AND text_id = coalesce(OLD.renewed_text_id, OLD.text_id);
END;

-- A pledge signed on paper counts at once; one signed online waits for its confirmation.
CREATE TRIGGER pledges_online_wait BEFORE INSERT ON pledges WHEN NEW.is_confirmed <> NEW.is_on_paper BEGIN
	SELECT RAISE(ABORT, 'a pledge signed online waits for its confirmation');
END;

-- A pledge is confirmed only by its confirmation.
CREATE TRIGGER pledges_confirmed_by_confirmation BEFORE UPDATE OF is_confirmed ON pledges
WHEN NEW.is_confirmed <> OLD.is_confirmed AND NOT EXISTS (SELECT 1 FROM pledge_confirmations WHERE pledge_id = NEW.id) BEGIN
	SELECT RAISE(ABORT, 'a pledge is confirmed only by its confirmation');
END;

-- A pledge that was withdrawn is not confirmed any more.
CREATE TRIGGER pledge_confirmations_in_force BEFORE INSERT ON pledge_confirmations
WHEN (SELECT is_withdrawn FROM pledges WHERE id = NEW.pledge_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:pledge-withdrawn');
END;

-- A confirmation makes the pledge count.
CREATE TRIGGER pledge_confirmations_marked AFTER INSERT ON pledge_confirmations BEGIN
	UPDATE pledges SET is_confirmed = 1 WHERE id = NEW.pledge_id AND is_confirmed = 0;
END;

-- A pledge that was confirmed stays so.
CREATE TRIGGER pledge_confirmations_stand BEFORE DELETE ON pledge_confirmations BEGIN
	SELECT RAISE(ABORT, 'a confirmation stands');
END;
