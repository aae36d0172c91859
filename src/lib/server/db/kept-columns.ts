import { sql } from 'drizzle-orm';
import type { Database } from './client';

/** Rows whose column, which triggers keep for lists, is not what the records say. */
export interface ColumnDifference {
	table: string;
	column: string;
	rows: number;
}

/** What a struck-out banquet is listed with no longer matters, and stays. */
const outcome = (column: string) => `(SELECT ${column} FROM banquet_outcomes WHERE banquet_id = k.id)`;
const inLedger = 'k.is_removed = 0';

const stage = `CASE
	WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = k.id) THEN 'cancelled'
	WHEN EXISTS (SELECT 1 FROM event_completions WHERE event_id = k.id) THEN 'completed'
	WHEN EXISTS (SELECT 1 FROM event_publications WHERE event_id = k.id) THEN 'published'
	ELSE 'draft' END`;

const lastRenewal = `(SELECT r.text_id FROM pledge_renewals r JOIN pledge_texts t ON t.id = r.text_id
	WHERE r.pledge_id = k.id ORDER BY t.effective_on DESC, t.number DESC LIMIT 1)`;

/** Places that sign-ups have, less those that people who did not come gave back. */
const placesTaken = `(SELECT coalesce(sum(granted), 0) FROM signups WHERE slot_id = k.id)
	- (SELECT count(*) FROM no_shows n JOIN signups g ON g.id = n.signup_id WHERE g.slot_id = k.id AND n.is_ended = 0)`;

const claimsInForce = '(SELECT count(*) FROM shift_claims WHERE shift_id = k.id AND is_released = 0)';

const columns = [
	{ table: 'banquets', column: 'listed_outcome', is: outcome('outcome'), where: inLedger },
	{ table: 'banquets', column: 'listed_ended_on', is: outcome('ended_on'), where: inLedger },
	{
		table: 'dissuasions',
		column: 'is_confirmed',
		is: 'EXISTS (SELECT 1 FROM dissuasion_confirmations WHERE dissuasion_id = k.id)',
		where: 'k.banquet_id NOT IN (SELECT banquet_id FROM banquet_removals)'
	},
	{ table: 'events', column: 'stage', is: stage, where: 'true' },
	{ table: 'slots', column: 'taken', is: `(${placesTaken})`, where: 'true' },
	{ table: 'shifts', column: 'taken', is: claimsInForce, where: 'true' },
	{ table: 'pledges', column: 'renewed_text_id', is: lastRenewal, where: 'true' },
	{
		table: 'pledges',
		column: 'is_confirmed',
		is: '(k.is_on_paper OR EXISTS (SELECT 1 FROM pledge_confirmations WHERE pledge_id = k.id))',
		where: 'true'
	},
	{
		table: 'pledges',
		column: 'is_withdrawn',
		is: 'EXISTS (SELECT 1 FROM pledge_withdrawals WHERE pledge_id = k.id)',
		where: 'true'
	}
];

const pledgesCounted = `SELECT village_id, audience, coalesce(renewed_text_id, text_id) AS text_id, sum(is_withdrawn = 0) AS in_force,
	sum(is_withdrawn) AS withdrawn FROM pledges GROUP BY 1, 2, 3`;

/** How many pledges a village has under a text: kept ones less counted ones, where they differ. */
const pledgesMiscounted = `SELECT 1 FROM (
		SELECT village_id, audience, text_id, in_force, withdrawn FROM pledge_counts
		UNION ALL SELECT village_id, audience, text_id, -in_force, -withdrawn FROM (${pledgesCounted}))
	GROUP BY village_id, audience, text_id HAVING sum(in_force) <> 0 OR sum(withdrawn) <> 0`;

const statements = columns
	.map(
		({ table, column, is, where }) =>
			`SELECT '${table}' AS "table", '${column}' AS "column", count(*) AS rows FROM ${table} k WHERE ${where} AND k.${column} IS NOT ${is}`
	)
	.concat(`SELECT 'pledge_counts', 'in_force', count(*) FROM (${pledgesMiscounted})`);

/** Makes all of it anew from the records, where no rule is in force meanwhile. */
export const recountColumns: readonly string[] = [
	...columns.map(
		({ table, column, is, where }) =>
			`UPDATE ${table} AS k SET ${column} = ${is} WHERE ${where} AND k.${column} IS NOT ${is}`
	),
	'DELETE FROM pledge_counts',
	`INSERT INTO pledge_counts (village_id, audience, text_id, in_force, withdrawn) ${pledgesCounted}`
];

/** Looks at all rows: for `npm run verify`, not for a page. Empty when all is well. */
export async function listColumnDifferences(db: Database): Promise<ColumnDifference[]> {
	const read = await db.all<ColumnDifference>(sql.raw(statements.join('\nUNION ALL ')));
	return read.filter(({ rows }) => rows > 0);
}
