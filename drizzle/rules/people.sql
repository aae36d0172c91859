-- Closing an account ends its sessions.
CREATE TRIGGER account_closures_end_sessions AFTER INSERT ON account_closures BEGIN
	DELETE FROM sessions WHERE account_id = NEW.account_id;
END;
