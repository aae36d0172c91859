import { grains, viewName } from '../schema/figures/figure-counts';
import type { Cause, CountedKind } from './counted-kind';
import { countedKinds } from './counted-records';
import { changed } from './sql-text';

/** The rules that keep `figure_days` at what the records say: a view for each kind of record, and a trigger for each table that changes it. */
export function countRules(): string[] {
	return [
		grainsView(),
		...countedKinds.map(viewOf),
		allViews(),
		...countedKinds.flatMap((kind) => kind.causes.flatMap((cause) => triggersOf(kind, cause)))
	];
}

function grainsView(): string {
	const rows = Object.entries(grains).map(([grain, digits]) => `('${grain}', ${digits})`);
	return `-- The spans that counts are kept for, and how many signs of a date name one.
CREATE VIEW grains AS
SELECT column1 AS grain, column2 AS digits FROM (VALUES ${rows.join(', ')});`;
}

function viewOf(kind: CountedKind): string {
	const { measure, from, where, unit, day, record, subject = record, title = "''", adds = '1' } = kind;
	const gap = day.includes('(') ? ',\n\t' : ', ';
	return `-- What counts as ${measure}: a row for each record, with its unit, its day and what it adds.
CREATE VIEW ${viewName(measure)} AS
SELECT '${measure}' AS measure, ${as(kind.kind, 'kind')}, ${kind.topic ?? "''"} AS topic, ${as(unit, 'unit_id')}${gap}${day} AS on_date,
	'${kind.type}' AS type, ${record} AS record_id, ${subject} AS subject_id, ${as(title, 'title')}, ${adds} AS adds
FROM ${from}${where ? `\nWHERE ${where}` : ''};`;
}

const as = (column: string, name: string) => (column.endsWith(`.${name}`) ? column : `${column} AS ${name}`);

function allViews(): string {
	const all = countedKinds.map(({ measure }) => `SELECT * FROM ${viewName(measure)}`).join('\nUNION ALL ');
	return `-- Every record that counts, of whichever kind.\nCREATE VIEW counted_records AS\n${all};`;
}

/** The triggers on one table: they count the days anew to which the row belongs, and belonged. */
function triggersOf({ measure }: CountedKind, cause: Cause): string[] {
	const { table, insert = true, update = [], delete: remove = true } = cause;
	const trigger = (name: string, act: string, rows: readonly Row[], done: string) =>
		`-- Counts ${measure} of the day anew when a row of ${table} is ${done}.
${triggerText(cause, `${name}_${nameOf(measure)}`, `AFTER ${act}`, rows, rows.map((row) => countAnew(measure, cause, row)).join('\n'))}`;
	return [
		insert && trigger('count', 'INSERT', ['NEW'], 'added'),
		update.length > 0 && trigger('recount', updateOf(cause), ['OLD', 'NEW'], 'changed'),
		remove && trigger('uncount', 'DELETE', ['OLD'], 'deleted')
	].filter((made) => made !== false);
}

type Row = 'OLD' | 'NEW';

const nameOf = (measure: string) => measure.replaceAll('-', '_');
const updateOf = ({ update = [] }: Cause) => `UPDATE OF ${update.join(', ')}`;
const of = (sql: string, row: Row) => sql.replaceAll('@', row);

function triggerText(cause: Cause, name: string, act: string, rows: readonly Row[], steps: string): string {
	const { table, update = [], when } = cause;
	const isCause = when && rows.map((row) => of(when, row)).join(' OR ');
	const isChanged = rows.length > 1 && changed(update);
	const condition = isChanged ? (isCause ? `${isChanged} AND (${isCause})` : isChanged) : isCause;
	return `CREATE TRIGGER ${table}_${name} ${act} ON ${table}${condition ? `\nWHEN ${condition}` : ''} BEGIN
${steps}
END;`;
}

/** What is the same stays untouched: a count that changes is added to all sums above it. A cell without records goes. */
function countAnew(measure: string, cause: Cause, row: Row): string {
	const where =
		'days' in cause
			? `(unit_id, on_date) IN (${of(cause.days, row)})`
			: `unit_id = ${of(cause.unit, row)} AND on_date = ${of(cause.day, row)}`;
	return `	DELETE FROM figure_days WHERE ${where} AND measure = '${measure}' AND NOT EXISTS (
		SELECT 1 FROM ${viewName(measure)} v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM ${viewName(measure)} WHERE ${where} GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;`;
}
