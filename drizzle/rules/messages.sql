-- A message that was sent or dropped keeps that state.
CREATE TRIGGER messages_sent_stay BEFORE UPDATE OF state ON messages
WHEN OLD.state IN ('sent', 'dropped') AND NEW.state <> OLD.state BEGIN
	SELECT RAISE(ABORT, 'refusal:message-settled');
END;

-- Only a queued message begins to be sent.
CREATE TRIGGER messages_sending_from_queue BEFORE UPDATE OF state ON messages
WHEN NEW.state = 'sending' AND OLD.state <> 'queued' BEGIN
	SELECT RAISE(ABORT, 'refusal:message-settled');
END;

-- A call is recorded only for a message on the call list.
CREATE TRIGGER call_attempts_on_list BEFORE INSERT ON call_attempts
WHEN NOT EXISTS (SELECT 1 FROM messages WHERE id = NEW.message_id AND state IN ('call', 'dead')) BEGIN
	SELECT RAISE(ABORT, 'refusal:call-settled');
END;

-- A call settles its message; one that was not answered is due again an hour later.
CREATE TRIGGER call_attempts_settle AFTER INSERT ON call_attempts BEGIN
	UPDATE messages SET
		state = CASE NEW.outcome WHEN 'reached' THEN 'called' WHEN 'wrong-number' THEN 'unreachable' ELSE state END,
		next_at = NEW.at + CASE NEW.outcome WHEN 'not-reached' THEN (SELECT call_again_ms FROM limits) ELSE 0 END,
		state_at = NEW.at
	WHERE id = NEW.message_id;
END;

-- Only the latest call is undone, within fifteen minutes.
CREATE TRIGGER call_attempt_undos_last BEFORE INSERT ON call_attempt_undos
WHEN NEW.at > (SELECT at FROM call_attempts WHERE id = NEW.attempt_id) + (SELECT call_undo_ms FROM limits) OR EXISTS (
	SELECT 1 FROM call_attempts mine JOIN call_attempts later ON later.message_id = mine.message_id AND later.rowid > mine.rowid
	WHERE mine.id = NEW.attempt_id AND NOT EXISTS (SELECT 1 FROM call_attempt_undos u WHERE u.attempt_id = later.id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:call-undo-too-late');
END;

-- Undoing a call that confirmed a sign-up takes the confirmation back, once its message is on the list again, and holds the places anew.
CREATE TRIGGER call_attempt_undos_unconfirm AFTER INSERT ON call_attempt_undos
WHEN (SELECT m.kind FROM call_attempts a JOIN messages m ON m.id = a.message_id WHERE a.id = NEW.attempt_id) = 'confirmation' BEGIN
	DELETE FROM signup_confirmations WHERE (signup_id, at, by_id) IN (
		SELECT m.signup_id, a.at, a.by_id FROM call_attempts a JOIN messages m ON m.id = a.message_id WHERE a.id = NEW.attempt_id);
	UPDATE signups SET held_until = (SELECT NEW.at + e.confirm_hours * 3600000 FROM slots s JOIN events e ON e.id = s.event_id WHERE s.id = slot_id)
		WHERE id = (SELECT m.signup_id FROM call_attempts a JOIN messages m ON m.id = a.message_id WHERE a.id = NEW.attempt_id)
			AND granted > 0 AND NOT EXISTS (SELECT 1 FROM signup_confirmations WHERE signup_id = signups.id);
END;

-- Undoing a call puts its message back on the call list.
CREATE TRIGGER call_attempt_undos_reopen AFTER INSERT ON call_attempt_undos BEGIN
	UPDATE messages SET state = CASE channel WHEN 'call' THEN 'call' ELSE 'dead' END, next_at = NEW.at, state_at = NEW.at
	WHERE id = (SELECT message_id FROM call_attempts WHERE id = NEW.attempt_id) AND state IN ('called', 'unreachable', 'call', 'dead');
END;

-- A call that reached the party confirms its sign-up; after one to a wrong number its places go back as soon as the call cannot be undone.
CREATE TRIGGER call_attempts_confirm AFTER INSERT ON call_attempts
WHEN (SELECT kind FROM messages WHERE id = NEW.message_id) = 'confirmation' BEGIN
	INSERT INTO signup_confirmations SELECT signup_id, NEW.at, NEW.by_id FROM messages
		WHERE id = NEW.message_id AND NEW.outcome = 'reached' ON CONFLICT DO NOTHING;
	UPDATE signups SET held_until = min(held_until, NEW.at + (SELECT call_undo_ms FROM limits))
		WHERE NEW.outcome = 'wrong-number' AND held_until IS NOT NULL
			AND id = (SELECT signup_id FROM messages WHERE id = NEW.message_id);
END;
