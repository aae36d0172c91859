-- Drafts of a review are saved in turn, each after the latest one.
CREATE TRIGGER report_drafts_in_turn BEFORE INSERT ON report_drafts
WHEN NEW.number <> (SELECT 1 + coalesce(max(number), 0) FROM report_drafts WHERE report_id = NEW.report_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:report-moved-on');
END;

-- A review is published from its own latest draft and from a snapshot of its whole year.
CREATE TRIGGER report_publications_fit BEFORE INSERT ON report_publications BEGIN
	SELECT CASE
		WHEN NOT EXISTS (SELECT 1 FROM report_drafts WHERE id = NEW.draft_id AND report_id = NEW.report_id)
			THEN RAISE(ABORT, 'a report is published from its own draft')
		WHEN NOT EXISTS (
			SELECT 1 FROM snapshots s JOIN closings c ON c.id = s.closing_id JOIN reports r ON r.id = NEW.report_id
			WHERE s.id = NEW.snapshot_id AND c.unit_id = r.unit_id
				AND c.from_on = r.year || '-01-01' AND c.to_on = r.year || '-12-31'
		) THEN RAISE(ABORT, 'refusal:report-not-closed')
		WHEN NEW.draft_id <> (SELECT id FROM report_drafts WHERE report_id = NEW.report_id ORDER BY number DESC LIMIT 1)
			THEN RAISE(ABORT, 'refusal:report-moved-on')
	END;
END;

-- Only the latest publication of a review is withdrawn.
CREATE TRIGGER report_withdrawals_last BEFORE INSERT ON report_withdrawals
WHEN EXISTS (
	SELECT 1 FROM report_publications mine JOIN report_publications later ON later.report_id = mine.report_id AND later.rowid > mine.rowid
	WHERE mine.id = NEW.publication_id
) BEGIN
	SELECT RAISE(ABORT, 'refusal:report-moved-on');
END;

-- A review is never changed.
CREATE TRIGGER reports_unchanged BEFORE UPDATE ON reports BEGIN
	SELECT RAISE(ABORT, 'a report is never changed');
END;

-- A review is never deleted.
CREATE TRIGGER reports_kept BEFORE DELETE ON reports BEGIN
	SELECT RAISE(ABORT, 'a report is never deleted');
END;

-- A draft is never changed.
CREATE TRIGGER report_drafts_unchanged BEFORE UPDATE ON report_drafts BEGIN
	SELECT RAISE(ABORT, 'a draft is never changed');
END;

-- A draft is never deleted.
CREATE TRIGGER report_drafts_kept BEFORE DELETE ON report_drafts BEGIN
	SELECT RAISE(ABORT, 'a draft is never deleted');
END;

-- The figures of a draft are never changed.
CREATE TRIGGER report_draft_figures_unchanged BEFORE UPDATE ON report_draft_figures BEGIN
	SELECT RAISE(ABORT, 'the figures of a draft are never changed');
END;

-- The figures of a draft are never deleted.
CREATE TRIGGER report_draft_figures_kept BEFORE DELETE ON report_draft_figures BEGIN
	SELECT RAISE(ABORT, 'the figures of a draft are never deleted');
END;

-- A publication is never changed.
CREATE TRIGGER report_publications_unchanged BEFORE UPDATE ON report_publications BEGIN
	SELECT RAISE(ABORT, 'a publication is never changed');
END;

-- A publication is never deleted.
CREATE TRIGGER report_publications_kept BEFORE DELETE ON report_publications BEGIN
	SELECT RAISE(ABORT, 'a publication is never deleted');
END;

-- The withdrawal of a publication is never changed.
CREATE TRIGGER report_withdrawals_unchanged BEFORE UPDATE ON report_withdrawals BEGIN
	SELECT RAISE(ABORT, 'a withdrawal is never changed');
END;

-- The withdrawal of a publication is never deleted.
CREATE TRIGGER report_withdrawals_kept BEFORE DELETE ON report_withdrawals BEGIN
	SELECT RAISE(ABORT, 'a withdrawal is never deleted');
END;

-- A snapshot has the next number of its unit, is chained to the one before, and saw every act that was written.
CREATE TRIGGER snapshots_in_turn BEFORE INSERT ON snapshots BEGIN
	SELECT CASE
		WHEN NEW.number <> (SELECT 1 + coalesce(max(number), 0) FROM snapshots WHERE unit_id = NEW.unit_id)
			OR NEW.previous_hash <> coalesce((SELECT hash FROM snapshots WHERE unit_id = NEW.unit_id ORDER BY number DESC LIMIT 1), '')
			OR NEW.seen_acts + 1 <> (SELECT max(rowid) FROM audit_entries) THEN RAISE(ABORT, 'refusal:records-moved-on')
		WHEN NEW.unit_id <> (SELECT unit_id FROM closings WHERE id = NEW.closing_id) THEN RAISE(ABORT, 'a snapshot is of the unit of its closing')
	END;
END;

-- A closing is never changed.
CREATE TRIGGER closings_unchanged BEFORE UPDATE ON closings BEGIN
	SELECT RAISE(ABORT, 'a closing is never changed');
END;

-- A closing is never deleted.
CREATE TRIGGER closings_kept BEFORE DELETE ON closings BEGIN
	SELECT RAISE(ABORT, 'a closing is never deleted');
END;

-- A snapshot is never changed.
CREATE TRIGGER snapshots_unchanged BEFORE UPDATE ON snapshots BEGIN
	SELECT RAISE(ABORT, 'a snapshot is never changed');
END;

-- A snapshot is never deleted.
CREATE TRIGGER snapshots_kept BEFORE DELETE ON snapshots BEGIN
	SELECT RAISE(ABORT, 'a snapshot is never deleted');
END;

-- The records of a snapshot are never changed.
CREATE TRIGGER snapshot_lists_unchanged BEFORE UPDATE ON snapshot_lists BEGIN
	SELECT RAISE(ABORT, 'the records of a snapshot are never changed');
END;

-- The records of a snapshot are never deleted.
CREATE TRIGGER snapshot_lists_kept BEFORE DELETE ON snapshot_lists BEGIN
	SELECT RAISE(ABORT, 'the records of a snapshot are never deleted');
END;

-- The figures of a snapshot are never changed.
CREATE TRIGGER snapshot_figures_unchanged BEFORE UPDATE ON snapshot_figures BEGIN
	SELECT RAISE(ABORT, 'the figures of a snapshot are never changed');
END;

-- The figures of a snapshot are never deleted.
CREATE TRIGGER snapshot_figures_kept BEFORE DELETE ON snapshot_figures BEGIN
	SELECT RAISE(ABORT, 'the figures of a snapshot are never deleted');
END;

-- The note of a late record is never changed.
CREATE TRIGGER late_records_unchanged BEFORE UPDATE ON late_records BEGIN
	SELECT RAISE(ABORT, 'what came late is never changed');
END;

-- The note of a late record is never deleted.
CREATE TRIGGER late_records_kept BEFORE DELETE ON late_records BEGIN
	SELECT RAISE(ABORT, 'what came late is never deleted');
END;

-- The reason of a late record is never changed.
CREATE TRIGGER late_reasons_unchanged BEFORE UPDATE ON late_reasons BEGIN
	SELECT RAISE(ABORT, 'what was said of a late record is never changed');
END;

-- The reason of a late record is never deleted.
CREATE TRIGGER late_reasons_kept BEFORE DELETE ON late_reasons BEGIN
	SELECT RAISE(ABORT, 'what was said of a late record is never deleted');
END;
