-- The numbers that the domain fixes, as rules need them.
CREATE VIEW limits AS
SELECT 7200000 AS door_lead_ms, 1209600000 AS feedback_ms, 3600000 AS call_again_ms, 900000 AS call_undo_ms, 5 AS most_questions, 6 AS most_photos, 6 AS most_materials;

-- The outcomes of banquets that took place.
CREATE VIEW held_outcomes AS
SELECT column1 AS outcome FROM (VALUES ('held'), ('reduced'));

-- The occasions that are none (无事酒).
CREATE VIEW no_occasions AS
SELECT column1 AS occasion FROM (VALUES ('longevity'), ('school'), ('housewarming'), ('full-month'), ('enlistment'), ('other'));

-- The kinds of units that have an office.
CREATE VIEW office_kinds AS
SELECT column1 AS kind FROM (VALUES ('district'), ('town'), ('village'), ('community'));

-- The numbers that the people of a party can have.
CREATE VIEW party_numbers AS
SELECT column1 AS nth FROM (VALUES (1), (2), (3), (4), (5), (6));

-- What acts write to that record something like a row of a ledger.
CREATE VIEW ledger_subjects AS
SELECT column1 AS ledger, column2 AS subject_type FROM (VALUES ('banquets', 'banquet'), ('dissuasions', 'banquet'), ('activities', 'activity'), ('cases', 'case'), ('elders', 'elder'), ('households', 'unit'));

-- Figures of which one can be worked out from the others.
CREATE VIEW bound_figures AS
SELECT column1 AS figure, column2 AS other FROM (VALUES ('blood-donations', 'blood-millilitres'), ('blood-donations', 'first-time-donors'), ('blood-donations', 'repeat-donors'), ('blood-millilitres', 'blood-donations'), ('blood-millilitres', 'first-time-donors'), ('blood-millilitres', 'repeat-donors'), ('first-time-donors', 'blood-donations'), ('first-time-donors', 'blood-millilitres'), ('first-time-donors', 'repeat-donors'), ('repeat-donors', 'blood-donations'), ('repeat-donors', 'blood-millilitres'), ('repeat-donors', 'first-time-donors'), ('incidents-settled', 'incidents-settled-grid'), ('incidents-settled', 'incidents-settled-village'), ('incidents-settled', 'incidents-settled-town'), ('incidents-settled-grid', 'incidents-settled'), ('incidents-settled-grid', 'incidents-settled-village'), ('incidents-settled-grid', 'incidents-settled-town'), ('incidents-settled-village', 'incidents-settled'), ('incidents-settled-village', 'incidents-settled-grid'), ('incidents-settled-village', 'incidents-settled-town'), ('incidents-settled-town', 'incidents-settled'), ('incidents-settled-town', 'incidents-settled-grid'), ('incidents-settled-town', 'incidents-settled-village'));
