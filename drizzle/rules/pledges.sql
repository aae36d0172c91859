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
