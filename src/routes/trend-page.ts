import type { Context } from '$lib/server/context';
import { findRootUnit } from '$lib/server/db/units';
import { choosePeriod } from '$lib/server/report-period';
import { askedWords } from '$lib/ui/asked-words';

/** What every public page of trends begins with: the period asked for, its words, and the query of all that is counted in it. */
export async function openTrends(ctx: Context, url: URL) {
	const root = await findRootUnit(ctx.db);
	const scope = root?.id ?? '';
	const report = await choosePeriod(ctx.db, { scope, query: url.searchParams, today: ctx.today() });
	const { range, periods } = report;
	return { report, words: askedWords(report), root, query: { scope, range, periods } };
}
