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

-- Undoing a call puts its message back on the call list.
CREATE TRIGGER call_attempt_undos_reopen AFTER INSERT ON call_attempt_undos BEGIN
	UPDATE messages SET state = CASE channel WHEN 'call' THEN 'call' ELSE 'dead' END, next_at = NEW.at, state_at = NEW.at
	WHERE id = (SELECT message_id FROM call_attempts WHERE id = NEW.attempt_id) AND state IN ('called', 'unreachable', 'call', 'dead');
END;
