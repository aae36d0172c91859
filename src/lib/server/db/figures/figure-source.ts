import { inArray, sql } from 'drizzle-orm';
import type { FigureSource } from '$lib/domain/figures/figure';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { partsOf } from './counted-parts';
import { recordsOf } from './figure-records';
import { viewName } from '../schema/figures/figure-counts';

/**
 * The query of a figure: the definition of its counted records (the view, read from the database) and the SELECT that
 * lists those of a period, with its values written in. Nothing is typed a second time.
 */
export async function readSourceText(
	db: Database,
	scope: string,
	source: FigureSource,
	period: Period
): Promise<string> {
	const names = (partsOf(source) ?? []).map(({ measure }) => viewName(measure));
	const views =
		names.length === 0
			? []
			: await db.all<{ sql: string }>(
					sql`select sql from sqlite_master where ${inArray(sql`name`, names)} and type = 'view' order by name`
				);
	return [...views.map((view) => `${view.sql};`), `${written(recordsOf(db, source, period, { scope }).toSQL())};`].join(
		'\n\n'
	);
}

/** A statement with its values in the places of its question marks. */
function written({ sql: text, params }: { sql: string; params: unknown[] }): string {
	let nth = 0;
	return text
		.replaceAll('"', '')
		.replace(/\?/g, () => {
			const value = params[nth++];
			return typeof value === 'number' ? String(value) : `'${String(value)}'`;
		})
		.replace(/ (from|inner join|left join|where|group by|union all|order by) /g, '\n$1 ')
		.replace(/ and (?!')/g, '\n  and ');
}
