import { dateOfRecord, datedRecords, isAfter, ofRow, untilOfRecord, type DatedRecord } from './dated-records';

/** The triggers that keep the day of each record within the life of its unit: when a record comes or changes, and when a unit ends. */
export const unitLifeRules = (): string[] =>
	datedRecords.flatMap((record) => [comes(record), changes(record), ends(record)]);

const refuse = "BEGIN\n\tSELECT RAISE(ABORT, 'refusal:unit-not-there');\nEND;";

function comes(record: DatedRecord): string {
	const { kind, table } = record;
	return `-- A row of ${table} is of a unit that is there on its day (${kind}).
CREATE TRIGGER ${table}_${kind}_unit_there BEFORE INSERT ON ${table}
WHEN ${isOutside(record)} ${refuse}`;
}

/** What lies outside already, of before this rule, is left as it is until its unit or its day changes. */
function changes(record: DatedRecord): string {
	const { kind, table, unit, dayColumns } = record;
	const day = dateOfRecord(record);
	const of = (row: string) => `(${[`${row}.${unit}`, ...(dayColumns.length > 0 ? [ofRow(day, row)] : [])].join(', ')})`;
	return `-- A row of ${table} that changes is of a unit that is there on its day (${kind}).
CREATE TRIGGER ${table}_${kind}_unit_still_there BEFORE UPDATE OF ${[unit, ...dayColumns].join(', ')} ON ${table}
WHEN ${of('OLD')} IS NOT ${of('NEW')} AND ${isOutside(record)} ${refuse}`;
}

/** A unit that took the place of others has what is of its days alone: what is of before is theirs. */
function isOutside(record: DatedRecord): string {
	const unit = `NEW.${record.unit}`;
	const day = ofRow(dateOfRecord(record), 'NEW');
	const until = ofRow(untilOfRecord(record), 'NEW');
	const where = record.where ? `${ofRow(record.where, 'NEW')} AND ` : '';
	return `${where}(
	EXISTS (SELECT 1 FROM units WHERE id = ${unit} AND valid_to_on < ${day})
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = ${unit} AND on_date > ${until})
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = ${unit} AND on_date > ${until})
)`;
}

function ends(record: DatedRecord): string {
	const { kind, table, unit, where } = record;
	const later = [
		`r.${unit} = NEW.id`,
		...(where ? [ofRow(where, 'r')] : []),
		ofRow(isAfter(record, 'NEW.valid_to_on'), 'r')
	];
	return `-- A unit that ends has nothing of later days: ${kind}.
CREATE TRIGGER units_end_after_${kind} BEFORE UPDATE OF valid_to_on ON units
WHEN EXISTS (
	SELECT 1 FROM ${table} r WHERE ${later.join('\n\t\tAND ')}
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-has-records');
END;`;
}
