-- A new unit is entered below itself and below every unit above it.
CREATE TRIGGER units_closure AFTER INSERT ON units BEGIN
	INSERT INTO unit_closure (ancestor_id, descendant_id)
		SELECT ancestor_id, NEW.id FROM unit_closure WHERE descendant_id = NEW.parent_id
		UNION ALL SELECT NEW.id, NEW.id;
END;

-- A unit never changes its kind or the unit above it: counts of the past were made by that tree.
CREATE TRIGGER units_stay BEFORE UPDATE OF parent_id, kind ON units BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-cannot-move');
END;
