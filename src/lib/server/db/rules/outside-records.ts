import { sql } from 'drizzle-orm';
import type { Database } from '../client';
import { datedRecords, isAfter, ofRow, untilOfRecord, type DatedRecord } from './dated-records';

/** Records of a unit that are of a day before it began in the place of others, or after its last one. */
export interface OutsideRecords {
	of: string;
	unitId: string;
	records: number;
}

const outsideOf = (record: DatedRecord) => `SELECT '${record.kind}' AS of, u.id AS unitId, count(*) AS records
	FROM units u CROSS JOIN ${record.table} r ON r.${record.unit} = u.id
	WHERE ${record.where ? `${ofRow(record.where, 'r')} AND ` : ''}(${ofRow(isAfter(record, 'u.valid_to_on'), 'r')}
		OR ${ofRow(untilOfRecord(record), 'r')} < (SELECT min(on_date) FROM (
			SELECT on_date FROM unit_successions WHERE to_id = u.id UNION ALL SELECT on_date FROM unit_splits WHERE to_id = u.id)))
	GROUP BY u.id`;

/**
 * How many records lie outside the life of their unit: those of before the rules that refuse them (see `unitLifeRules`). Empty when all is
 * well. Looks at all records: for `npm run verify`, not for a page.
 */
export const listOutsideRecords = (db: Database): Promise<OutsideRecords[]> =>
	db.all<OutsideRecords>(sql.raw(datedRecords.map(outsideOf).join('\nUNION ALL ')));
