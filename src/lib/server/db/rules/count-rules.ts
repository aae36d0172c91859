import { viewName } from '../schema/figures/figure-counts';
import type { Cause, CountedKind } from './counted-kind';
import { countedKinds } from './counted-records';
import { changed } from './sql-text';

/** The rules that keep `figure_days` at what the records say: a view for each kind of record, and a trigger for each table that changes it. */
export function countRules(): string[] {
	return [
		...countedKinds.map(viewOf),
		allViews(),
		...countedKinds.flatMap((kind) => kind.causes.flatMap((cause) => triggersOf(kind, cause)))
	];
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
	const trigger = (name: string, act: string, rows: string[], done: string) => {
		const isCause = cause.when && rows.map((row) => of(cause.when!, row)).join(' OR ');
		const isChanged = rows.length > 1 && changed(update);
		const when = isChanged ? (isCause ? `${isChanged} AND (${isCause})` : isChanged) : isCause;
		const counts = rows.map((row) => countAnew(measure, of(cause.unit, row), of(cause.day, row))).join('\n');
		return `-- Counts ${measure} of the day anew when a row of ${table} is ${done}.
CREATE TRIGGER ${table}_${name}_${measure.replaceAll('-', '_')} AFTER ${act} ON ${table}${when ? `\nWHEN ${when}` : ''} BEGIN
${counts}
END;`;
	};
	return [
		insert && trigger('count', 'INSERT', ['NEW'], 'added'),
		update.length > 0 && trigger('recount', `UPDATE OF ${update.join(', ')}`, ['OLD', 'NEW'], 'changed'),
		remove && trigger('uncount', 'DELETE', ['OLD'], 'deleted')
	].filter((made) => made !== false);
}

const of = (sql: string, row: string) => sql.replaceAll('@', row);

function countAnew(measure: string, unit: string, day: string): string {
	return `	DELETE FROM figure_days WHERE unit_id = ${unit} AND on_date = ${day} AND measure = '${measure}';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM ${viewName(measure)} WHERE unit_id = ${unit} AND on_date = ${day} GROUP BY kind, topic;`;
}
