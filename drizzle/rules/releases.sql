-- A number that is released already is not released again: of a figure, one table of a kind covers a day, until it is withdrawn or replaced.
CREATE TRIGGER public_releases_once_covered BEFORE INSERT ON public_releases
WHEN NEW.kind NOT IN ('ledger', 'later') AND EXISTS (
	SELECT 1 FROM public_releases r WHERE r.unit_id = NEW.unit_id AND r.year = NEW.year AND r.figure = NEW.figure AND r.kind = NEW.kind
		AND r.from_on <= NEW.to_on AND r.to_on >= NEW.from_on
		AND NOT EXISTS (SELECT 1 FROM withdrawn_releases w WHERE w.release_id = r.id)
		AND NOT EXISTS (SELECT 1 FROM replaced_releases p WHERE p.release_id = r.id)
) BEGIN
	SELECT RAISE(ABORT, 'a release covers this period already');
END;

-- A release is of the unit of its snapshot, and of days that are closed.
CREATE TRIGGER public_releases_closed BEFORE INSERT ON public_releases BEGIN
	SELECT CASE
		WHEN NEW.unit_id <> (SELECT unit_id FROM snapshots WHERE id = NEW.snapshot_id)
			THEN RAISE(ABORT, 'a release is of the unit of its snapshot')
		WHEN NEW.kind NOT IN ('ledger', 'later') AND NOT EXISTS (
			SELECT 1 FROM closings c WHERE c.unit_id = NEW.unit_id AND c.from_on <= NEW.to_on AND c.to_on >= NEW.to_on
		) THEN RAISE(ABORT, 'only closed periods are released')
	END;
END;

-- A release is never changed.
CREATE TRIGGER public_releases_unchanged BEFORE UPDATE ON public_releases BEGIN
	SELECT RAISE(ABORT, 'a release is never changed');
END;

-- A release is never deleted.
CREATE TRIGGER public_releases_kept BEFORE DELETE ON public_releases BEGIN
	SELECT RAISE(ABORT, 'a release is never deleted');
END;

-- What is not in force is not withdrawn, and a withdrawal that waits is not asked for twice, nor that of a figure that it takes along.
CREATE TRIGGER release_withdrawals_of_some BEFORE INSERT ON release_withdrawals BEGIN
	SELECT CASE
		WHEN NOT EXISTS (
			SELECT 1 FROM public_releases r WHERE r.unit_id = NEW.unit_id AND r.year = NEW.year AND r.figure = NEW.figure
				AND NOT EXISTS (SELECT 1 FROM withdrawn_releases w WHERE w.release_id = r.id)
				AND NOT EXISTS (SELECT 1 FROM replaced_releases p WHERE p.release_id = r.id)
		) THEN RAISE(ABORT, 'refusal:release-unknown')
		WHEN EXISTS (
			SELECT 1 FROM release_withdrawals w WHERE w.unit_id = NEW.unit_id AND w.year = NEW.year
				AND (w.figure = NEW.figure OR w.figure IN (SELECT other FROM bound_figures WHERE figure = NEW.figure))
				AND NOT EXISTS (SELECT 1 FROM release_withdrawal_confirmations c WHERE c.withdrawal_id = w.id)
				AND NOT EXISTS (SELECT 1 FROM release_withdrawal_ends e WHERE e.withdrawal_id = w.id)
		) THEN RAISE(ABORT, 'refusal:withdrawal-waits')
	END;
END;

-- A withdrawal is confirmed by another person than the one who asked for it, while it waits.
CREATE TRIGGER release_withdrawal_confirmations_by_another BEFORE INSERT ON release_withdrawal_confirmations BEGIN
	SELECT CASE
		WHEN NEW.by_id = (SELECT by_id FROM release_withdrawals WHERE id = NEW.withdrawal_id)
			THEN RAISE(ABORT, 'refusal:same-person')
		WHEN EXISTS (SELECT 1 FROM release_withdrawal_ends WHERE withdrawal_id = NEW.withdrawal_id)
			THEN RAISE(ABORT, 'refusal:withdrawal-ended')
	END;
END;

-- The one who asked for a withdrawal takes it back, another person refuses it, and only while it waits.
CREATE TRIGGER release_withdrawal_ends_fit BEFORE INSERT ON release_withdrawal_ends BEGIN
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM release_withdrawal_confirmations WHERE withdrawal_id = NEW.withdrawal_id)
			THEN RAISE(ABORT, 'refusal:withdrawal-ended')
		WHEN (NEW.outcome = 'taken-back') <> (NEW.by_id = (SELECT by_id FROM release_withdrawals WHERE id = NEW.withdrawal_id))
			THEN RAISE(ABORT, 'refusal:same-person')
	END;
END;

-- The end of a request is never changed.
CREATE TRIGGER release_withdrawal_ends_unchanged BEFORE UPDATE ON release_withdrawal_ends BEGIN
	SELECT RAISE(ABORT, 'the end of a withdrawal is never changed');
END;

-- The end of a request is never deleted.
CREATE TRIGGER release_withdrawal_ends_kept BEFORE DELETE ON release_withdrawal_ends BEGIN
	SELECT RAISE(ABORT, 'the end of a withdrawal is never deleted');
END;

-- A confirmed withdrawal takes back all releases in force of its figure and year, and of the figures that it could be worked out from.
CREATE TRIGGER release_withdrawal_confirmations_take_back AFTER INSERT ON release_withdrawal_confirmations BEGIN
	INSERT INTO withdrawn_releases (release_id, withdrawal_id)
	SELECT r.id, w.id FROM release_withdrawals w
		JOIN public_releases r ON r.unit_id = w.unit_id AND r.year = w.year
			AND (r.figure = w.figure OR r.figure IN (SELECT other FROM bound_figures WHERE figure = w.figure))
	WHERE w.id = NEW.withdrawal_id AND NOT EXISTS (SELECT 1 FROM withdrawn_releases x WHERE x.release_id = r.id)
		AND NOT EXISTS (SELECT 1 FROM replaced_releases p WHERE p.release_id = r.id);
END;

-- A withdrawal is never changed.
CREATE TRIGGER release_withdrawals_unchanged BEFORE UPDATE ON release_withdrawals BEGIN
	SELECT RAISE(ABORT, 'the withdrawal of a release is never changed');
END;

-- A withdrawal is never deleted.
CREATE TRIGGER release_withdrawals_kept BEFORE DELETE ON release_withdrawals BEGIN
	SELECT RAISE(ABORT, 'the withdrawal of a release is never deleted');
END;

-- The confirmation of a withdrawal is never changed.
CREATE TRIGGER release_withdrawal_confirmations_unchanged BEFORE UPDATE ON release_withdrawal_confirmations BEGIN
	SELECT RAISE(ABORT, 'the confirmation of a withdrawal is never changed');
END;

-- The confirmation of a withdrawal is never deleted.
CREATE TRIGGER release_withdrawal_confirmations_kept BEFORE DELETE ON release_withdrawal_confirmations BEGIN
	SELECT RAISE(ABORT, 'the confirmation of a withdrawal is never deleted');
END;

-- What was taken back stays so.
CREATE TRIGGER withdrawn_releases_unchanged BEFORE UPDATE ON withdrawn_releases BEGIN
	SELECT RAISE(ABORT, 'what was taken back stays so');
END;

-- What was taken back is not forgotten.
CREATE TRIGGER withdrawn_releases_kept BEFORE DELETE ON withdrawn_releases BEGIN
	SELECT RAISE(ABORT, 'what was taken back stays so');
END;

-- A release is replaced once, by a snapshot of its unit's next year: what replaced another is not replaced again.
CREATE TRIGGER replaced_releases_once BEFORE INSERT ON replaced_releases BEGIN
	SELECT CASE
		WHEN NOT EXISTS (
			SELECT 1 FROM public_releases r JOIN snapshots s ON s.id = NEW.snapshot_id AND s.unit_id = r.unit_id
				JOIN closings c ON c.id = s.closing_id AND CAST(substr(c.from_on, 1, 4) AS INTEGER) = r.year + 1
			WHERE r.id = NEW.release_id
		) THEN RAISE(ABORT, 'a release is replaced when the next year is closed')
		WHEN EXISTS (SELECT 1 FROM withdrawn_releases WHERE release_id = NEW.release_id) THEN RAISE(ABORT, 'what was taken back stays so')
		WHEN EXISTS (
			SELECT 1 FROM public_releases r JOIN public_releases o
				ON o.unit_id = r.unit_id AND o.year = r.year AND o.figure = r.figure AND o.kind = r.kind
			JOIN replaced_releases p ON p.release_id = o.id AND p.snapshot_id <> NEW.snapshot_id
			WHERE r.id = NEW.release_id
		) THEN RAISE(ABORT, 'a release is replaced once')
	END;
END;

-- What was replaced stays so.
CREATE TRIGGER replaced_releases_unchanged BEFORE UPDATE ON replaced_releases BEGIN
	SELECT RAISE(ABORT, 'what was replaced stays so');
END;

-- What was replaced is not forgotten.
CREATE TRIGGER replaced_releases_kept BEFORE DELETE ON replaced_releases BEGIN
	SELECT RAISE(ABORT, 'what was replaced stays so');
END;
