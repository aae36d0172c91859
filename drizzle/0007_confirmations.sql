-- A second person confirmed the dissuasion of one kind of banquet. When a correction turns it into a 无事酒, or out of one, that word
-- is about another thing, and is asked for again.
CREATE TRIGGER banquets_occasion_confirmed_anew AFTER UPDATE OF occasion ON banquets
WHEN (NEW.occasion IN ('wedding', 'funeral')) <> (OLD.occasion IN ('wedding', 'funeral')) BEGIN
	DELETE FROM dissuasion_confirmations
		WHERE dissuasion_id IN (SELECT id FROM dissuasions WHERE banquet_id = NEW.id);
END;
