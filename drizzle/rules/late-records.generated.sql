-- Notes a banquet of a closed period as added, with the act that did it, when a row of banquet_outcomes is added.
CREATE TRIGGER late_outcomes_added AFTER INSERT ON banquet_outcomes BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'banquet', b.id, NEW.ended_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM banquets b JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (b.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE b.id = NEW.banquet_id
			AND NEW.ended_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;

-- Notes a banquet of a closed period as changed, with the act that did it, when a row of banquet_outcomes is changed.
CREATE TRIGGER late_outcomes_changed AFTER UPDATE OF outcome, ended_on ON banquet_outcomes BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'banquet', b.id, NEW.ended_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM banquets b JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (b.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE b.id = NEW.banquet_id
			AND (OLD.ended_on BETWEEN c.from_on AND c.to_on OR NEW.ended_on BETWEEN c.from_on AND c.to_on)
		ON CONFLICT DO NOTHING;
END;

-- Notes a banquet of a closed period as added, with the act that did it, when a row of banquets is added.
CREATE TRIGGER late_banquets_added AFTER INSERT ON banquets BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'banquet', NEW.id, NEW.declared_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (NEW.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE NEW.origin = 'declared'
			AND NEW.confirmed_tables IS NOT NULL
			AND NEW.declared_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;

-- Notes a banquet of a closed period as removed or changed, with the act that did it, when a row of banquets is changed.
CREATE TRIGGER late_banquets_changed AFTER UPDATE OF unit_id, origin, declared_on, is_removed, confirmed_tables ON banquets BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'banquet', NEW.id, NEW.declared_on, CASE WHEN NEW.is_removed AND NOT OLD.is_removed THEN 'removed' ELSE 'changed' END, a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (OLD.unit_id, NEW.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE (OLD.unit_id, OLD.origin, OLD.declared_on, OLD.is_removed, OLD.confirmed_tables) IS NOT (NEW.unit_id, NEW.origin, NEW.declared_on, NEW.is_removed, NEW.confirmed_tables)
			AND ((OLD.declared_on BETWEEN c.from_on AND c.to_on OR NEW.declared_on BETWEEN c.from_on AND c.to_on) OR EXISTS (SELECT 1 FROM banquet_outcomes o WHERE o.banquet_id = NEW.id AND o.ended_on BETWEEN c.from_on AND c.to_on))
		ON CONFLICT DO NOTHING;
END;

-- Notes a dissuasion of a closed period as changed, with the act that did it, when a row of banquet_outcomes is added.
CREATE TRIGGER late_outcomes_added_dissuaded AFTER INSERT ON banquet_outcomes BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', d.id, d.went_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (b.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE d.banquet_id = NEW.banquet_id
			AND d.went_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;

-- Notes a dissuasion of a closed period as changed, with the act that did it, when a row of banquet_outcomes is changed.
CREATE TRIGGER late_outcomes_changed_dissuaded AFTER UPDATE OF outcome ON banquet_outcomes BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', d.id, d.went_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (b.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE d.banquet_id = NEW.banquet_id
			AND d.went_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;

-- Notes a dissuasion of a closed period as changed, with the act that did it, when a row of banquets is changed.
CREATE TRIGGER late_banquets_changed_dissuaded AFTER UPDATE OF unit_id, occasion, is_removed ON banquets BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', d.id, d.went_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM dissuasions d JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (OLD.unit_id, NEW.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE d.banquet_id = NEW.id
			AND d.went_on BETWEEN c.from_on AND c.to_on
			AND (OLD.unit_id, OLD.occasion, OLD.is_removed) IS NOT (NEW.unit_id, NEW.occasion, NEW.is_removed)
		ON CONFLICT DO NOTHING;
END;

-- Notes a dissuasion of a closed period as added, with the act that did it, when a row of dissuasions is added.
CREATE TRIGGER late_dissuasions_added AFTER INSERT ON dissuasions BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', d.id, d.went_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (b.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE d.id = NEW.id
			AND NEW.went_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;

-- Notes a dissuasion of a closed period as changed, with the act that did it, when a row of dissuasions is changed.
CREATE TRIGGER late_dissuasions_changed AFTER UPDATE OF went_on, outcome ON dissuasions BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', d.id, d.went_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (b.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE d.id = NEW.id
			AND (OLD.went_on BETWEEN c.from_on AND c.to_on OR NEW.went_on BETWEEN c.from_on AND c.to_on)
		ON CONFLICT DO NOTHING;
END;

-- Notes a dissuasion of a closed period as removed, with the act that did it, when a row of dissuasions is deleted.
CREATE TRIGGER late_dissuasions_removed AFTER DELETE ON dissuasions BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', OLD.id, OLD.went_on, 'removed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM banquets b JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (b.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE b.id = OLD.banquet_id
			AND OLD.went_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;

-- Notes a dissuasion of a closed period as changed, with the act that did it, when a row of dissuasion_confirmations is added.
CREATE TRIGGER late_confirmations_added AFTER INSERT ON dissuasion_confirmations BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', d.id, d.went_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (b.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE d.id = NEW.dissuasion_id
			AND d.went_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;

-- Notes a dissuasion of a closed period as changed, with the act that did it, when a row of dissuasion_confirmations is deleted.
CREATE TRIGGER late_confirmations_removed AFTER DELETE ON dissuasion_confirmations BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', d.id, d.went_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (b.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE d.id = OLD.dissuasion_id
			AND d.went_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;

-- Notes a activity of a closed period as added, with the act that did it, when a row of activities is added.
CREATE TRIGGER late_activities_added AFTER INSERT ON activities BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'activity', NEW.id, NEW.done_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (NEW.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE (NEW.done_on BETWEEN c.from_on AND c.to_on OR NEW.zero_month BETWEEN substr(c.from_on, 1, 7) AND substr(c.to_on, 1, 7))
		ON CONFLICT DO NOTHING;
END;

-- Notes a activity of a closed period as removed or changed, with the act that did it, when a row of activities is changed.
CREATE TRIGGER late_activities_changed AFTER UPDATE OF unit_id, kind, done_on, quantity, zero_month, is_removed ON activities BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'activity', NEW.id, NEW.done_on, CASE WHEN NEW.is_removed AND NOT OLD.is_removed THEN 'removed' ELSE 'changed' END, a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (OLD.unit_id, NEW.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE (OLD.unit_id, OLD.kind, OLD.done_on, OLD.quantity, OLD.zero_month, OLD.is_removed) IS NOT (NEW.unit_id, NEW.kind, NEW.done_on, NEW.quantity, NEW.zero_month, NEW.is_removed)
			AND ((OLD.done_on BETWEEN c.from_on AND c.to_on OR OLD.zero_month BETWEEN substr(c.from_on, 1, 7) AND substr(c.to_on, 1, 7)) OR (NEW.done_on BETWEEN c.from_on AND c.to_on OR NEW.zero_month BETWEEN substr(c.from_on, 1, 7) AND substr(c.to_on, 1, 7)))
		ON CONFLICT DO NOTHING;
END;

-- Notes a case of a closed period as added, with the act that did it, when a row of cases is added.
CREATE TRIGGER late_cases_added AFTER INSERT ON cases BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'case', NEW.id, NEW.received_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (NEW.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE (NEW.received_on BETWEEN c.from_on AND c.to_on OR (NEW.due_on IS NOT NULL AND (NEW.settled_on IS NULL OR NEW.settled_on > NEW.due_on) AND date(NEW.due_on, '+1 day') BETWEEN c.from_on AND c.to_on))
		ON CONFLICT DO NOTHING;
END;

-- Notes a case of a closed period as removed or changed, with the act that did it, when a row of cases is changed.
CREATE TRIGGER late_cases_changed AFTER UPDATE OF unit_id, kind, level, received_on, due_on, is_removed, settled_on ON cases BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'case', NEW.id, NEW.received_on, CASE WHEN NEW.is_removed AND NOT OLD.is_removed THEN 'removed' ELSE 'changed' END, a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (OLD.unit_id, NEW.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE (OLD.unit_id, OLD.kind, OLD.level, OLD.received_on, OLD.due_on, OLD.is_removed, OLD.settled_on) IS NOT (NEW.unit_id, NEW.kind, NEW.level, NEW.received_on, NEW.due_on, NEW.is_removed, NEW.settled_on)
			AND ((OLD.received_on BETWEEN c.from_on AND c.to_on OR (OLD.due_on IS NOT NULL AND (OLD.settled_on IS NULL OR OLD.settled_on > OLD.due_on) AND date(OLD.due_on, '+1 day') BETWEEN c.from_on AND c.to_on)) OR (NEW.received_on BETWEEN c.from_on AND c.to_on OR (NEW.due_on IS NOT NULL AND (NEW.settled_on IS NULL OR NEW.settled_on > NEW.due_on) AND date(NEW.due_on, '+1 day') BETWEEN c.from_on AND c.to_on)))
			AND NOT ((OLD.unit_id, OLD.kind, OLD.level, OLD.received_on, OLD.due_on, OLD.is_removed)
			IS (NEW.unit_id, NEW.kind, NEW.level, NEW.received_on, NEW.due_on, NEW.is_removed)
			AND min(coalesce(OLD.settled_on, '9999'), coalesce(NEW.settled_on, '9999')) > c.to_on)
		ON CONFLICT DO NOTHING;
END;

-- Notes a event of a closed period as added, with the act that did it, when a row of event_completions is added.
CREATE TRIGGER late_completions_added AFTER INSERT ON event_completions BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'event', v.id, date(v.starts_at / 1000 + 28800, 'unixepoch'), 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM events v JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (v.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE v.id = NEW.event_id
			AND date(v.starts_at / 1000 + 28800, 'unixepoch') BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;

-- Notes a event of a closed period as changed, with the act that did it, when a row of event_completions is changed.
CREATE TRIGGER late_completions_changed AFTER UPDATE OF attended, donors, millilitres ON event_completions BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'event', v.id, date(v.starts_at / 1000 + 28800, 'unixepoch'), 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM events v JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (v.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE v.id = NEW.event_id
			AND date(v.starts_at / 1000 + 28800, 'unixepoch') BETWEEN c.from_on AND c.to_on
			AND (OLD.attended, OLD.donors, OLD.millilitres) IS NOT (NEW.attended, NEW.donors, NEW.millilitres)
		ON CONFLICT DO NOTHING;
END;

-- Notes a event of a closed period as changed, with the act that did it, when a row of events is changed.
CREATE TRIGGER late_events_changed AFTER UPDATE OF unit_id, kind, topic, starts_at ON events BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'event', NEW.id, coalesce(date(NEW.starts_at / 1000 + 28800, 'unixepoch'), date(OLD.starts_at / 1000 + 28800, 'unixepoch'), ''), 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (OLD.unit_id, NEW.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE (OLD.unit_id, OLD.kind, OLD.topic, OLD.starts_at) IS NOT (NEW.unit_id, NEW.kind, NEW.topic, NEW.starts_at)
			AND EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id)
			AND (date(OLD.starts_at / 1000 + 28800, 'unixepoch') BETWEEN c.from_on AND c.to_on OR date(NEW.starts_at / 1000 + 28800, 'unixepoch') BETWEEN c.from_on AND c.to_on)
		ON CONFLICT DO NOTHING;
END;

-- Notes a event of a closed period as changed, with the act that did it, when a row of donations is added.
CREATE TRIGGER late_donations_added AFTER INSERT ON donations BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'event', v.id, date(v.starts_at / 1000 + 28800, 'unixepoch'), 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM events v JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (v.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE v.id = NEW.event_id
			AND date(v.starts_at / 1000 + 28800, 'unixepoch') BETWEEN c.from_on AND c.to_on
			AND EXISTS (SELECT 1 FROM event_completions WHERE event_id = v.id)
		ON CONFLICT DO NOTHING;
END;

-- Notes a event of a closed period as changed, with the act that did it, when a row of donations is changed.
CREATE TRIGGER late_donations_changed AFTER UPDATE OF is_first, is_removed ON donations BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'event', v.id, date(v.starts_at / 1000 + 28800, 'unixepoch'), 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM events v JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (v.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE v.id = NEW.event_id
			AND date(v.starts_at / 1000 + 28800, 'unixepoch') BETWEEN c.from_on AND c.to_on
			AND EXISTS (SELECT 1 FROM event_completions WHERE event_id = v.id)
			AND (OLD.is_first, OLD.is_removed) IS NOT (NEW.is_first, NEW.is_removed)
		ON CONFLICT DO NOTHING;
END;

-- Notes a birthday-list of a closed period as changed, with the act that did it, when a row of invitations is changed.
CREATE TRIGGER late_invitations_changed AFTER UPDATE OF result ON invitations BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'birthday-list', v.id, date(v.starts_at / 1000 + 28800, 'unixepoch'), 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM events v JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (v.unit_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE v.id = NEW.event_id
			AND date(v.starts_at / 1000 + 28800, 'unixepoch') BETWEEN c.from_on AND c.to_on
			AND EXISTS (SELECT 1 FROM event_completions WHERE event_id = v.id)
			AND OLD.result IS NOT NEW.result
		ON CONFLICT DO NOTHING;
END;

-- Notes a pledge of a closed period as added, with the act that did it, when a row of pledges is added.
CREATE TRIGGER late_pledges_added AFTER INSERT ON pledges BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'pledge', NEW.id, NEW.signed_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (NEW.village_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE NEW.audience = 'household'
			AND NEW.is_confirmed
			AND NEW.signed_on <= c.to_on
		ON CONFLICT DO NOTHING;
END;

-- Notes a pledge of a closed period as added, with the act that did it, when a row of pledges is changed.
CREATE TRIGGER late_pledges_confirmed AFTER UPDATE OF is_confirmed ON pledges BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'pledge', NEW.id, NEW.signed_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (NEW.village_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE NEW.audience = 'household'
			AND NEW.signed_on <= c.to_on
		ON CONFLICT DO NOTHING;
END;

-- Notes a pledge of a closed period as changed, with the act that did it, when a row of pledge_withdrawals is added.
CREATE TRIGGER late_pledges_withdrawn AFTER INSERT ON pledge_withdrawals BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'pledge', p.id, NEW.withdrawn_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM pledges p JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (p.village_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE p.id = NEW.pledge_id
			AND p.audience = 'household' AND p.is_confirmed = 1
			AND NEW.withdrawn_on <= c.to_on
		ON CONFLICT DO NOTHING;
END;

-- Notes a grid of a closed period as added, with the act that did it, when a row of units is added.
CREATE TRIGGER late_grids_added AFTER INSERT ON units BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'grid', NEW.id, NEW.valid_from_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (NEW.parent_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE NEW.kind = 'grid'
			AND NEW.valid_from_on <= c.to_on
		ON CONFLICT DO NOTHING;
END;

-- Notes a grid of a closed period as changed, with the act that did it, when a row of units is changed.
CREATE TRIGGER late_grids_changed AFTER UPDATE OF valid_from_on, valid_to_on ON units BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'grid', NEW.id, coalesce(NEW.valid_to_on, NEW.valid_from_on), 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (NEW.id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE NEW.kind = 'grid'
			AND (OLD.valid_from_on, OLD.valid_to_on) IS NOT (NEW.valid_from_on, NEW.valid_to_on)
			AND (OLD.valid_from_on <> NEW.valid_from_on AND min(OLD.valid_from_on, NEW.valid_from_on) <= c.to_on OR min(coalesce(OLD.valid_to_on, '9999'), coalesce(NEW.valid_to_on, '9999')) < c.to_on)
		ON CONFLICT DO NOTHING;
END;

-- Notes a grid-member of a closed period as added, with the act that did it, when a row of grid_members is added.
CREATE TRIGGER late_grid_members_added AFTER INSERT ON grid_members BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'grid-member', NEW.id, NEW.from_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (NEW.grid_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE NEW.from_on <= c.to_on
		ON CONFLICT DO NOTHING;
END;

-- Notes a grid-member of a closed period as changed, with the act that did it, when a row of grid_members is changed.
CREATE TRIGGER late_grid_members_changed AFTER UPDATE OF grid_id, role, from_on, to_on ON grid_members BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'grid-member', NEW.id, coalesce(NEW.to_on, NEW.from_on), 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (OLD.grid_id, NEW.grid_id)
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE ((OLD.grid_id, OLD.role, OLD.from_on) IS NOT (NEW.grid_id, NEW.role, NEW.from_on) AND min(OLD.from_on, NEW.from_on) <= c.to_on OR OLD.to_on IS NOT NEW.to_on AND min(coalesce(OLD.to_on, '9999'), coalesce(NEW.to_on, '9999')) < c.to_on)
		ON CONFLICT DO NOTHING;
END;
