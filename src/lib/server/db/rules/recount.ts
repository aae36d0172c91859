// How all counts are made anew from the records.

/** Every count of a day, from the records in `view`. */
export const countedDays = (
	view: string
) => `SELECT unit_id, on_date, measure, kind, topic, count(*) AS records, sum(adds) AS adds
	FROM ${view} GROUP BY unit_id, on_date, measure, kind, topic`;

/** Every sum, from the counts of days in `days` (a table, or a query in brackets). */
export const summedDays = (
	days: string
) => `SELECT c.ancestor_id AS scope_id, d.measure, g.grain, substr(d.on_date, 1, g.digits) AS span,
	d.kind, d.topic, sum(d.records) AS records, sum(d.adds) AS adds
	FROM ${days} d JOIN unit_closure c ON c.descendant_id = d.unit_id CROSS JOIN grains g GROUP BY 1, 2, 3, 4, 5, 6`;

/** Counts every day anew; triggers, if there are any, sum the days up. */
export const recountDays: readonly string[] = [
	'DELETE FROM figure_days',
	'DELETE FROM figure_sums',
	`INSERT INTO figure_days (unit_id, on_date, measure, kind, topic, records, adds) ${countedDays('counted_records')}`
];

/** Sums all days up: only where no trigger has. */
export const sumDays = `INSERT INTO figure_sums (scope_id, measure, grain, span, kind, topic, records, adds) ${summedDays('figure_days')}`;
