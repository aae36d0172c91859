import type { CheckableKind } from '$lib/domain/activities/activity';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { isTelling, type Trend, type TrendCell } from '$lib/domain/figures/trend';
import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import type { Database } from '$lib/server/db/client';
import { listZeroMonths } from '$lib/server/db/figures/coverage';
import { readLedgerStarts } from '$lib/server/db/figures/figures';
import { countSignedUp, countStopped } from '$lib/server/db/figures/trends';
import { listUnits } from '$lib/server/db/units/units';
import { readKeyed, readMonthly } from './public-trend';
import type { TrendQuery, TrendSource } from './trend-source';

export type NamedCell = TrendCell & { name: string; nameEn: string | null };

/** Dissuasions that count (劝停), by village, small numbers withheld. */
export async function readDissuasionsByVillage(db: Database, query: TrendQuery): Promise<Trend<NamedCell>> {
	const read = (period: Period) => countStopped(db, query.scope, period);
	return readByVillage(db, query, await reportedSource(db, query, 'dissuasion', read));
}

/** A source whose ledger villages report: its months are known that were checked as zero in a village, or ('') in every open one within the scope. */
export async function reportedSource(
	db: Database,
	{ scope, periods }: TrendQuery,
	ledger: CheckableKind,
	read: TrendSource['read']
): Promise<TrendSource> {
	const [{ banquets: startOn }, villages] = await Promise.all([readLedgerStarts(db), listVillages(db, scope)]);
	const open = villages.filter(({ validToOn }) => validToOn === null).map(({ id }) => id);
	const zeroOf = await listZeroMonths(db, open, { fromOn: periods.before.fromOn, toOn: periods.now.toOn });
	const isChecked = (key: string, month: string) =>
		(key === '' ? open : [key]).every((village) => zeroOf(ledger, village, month) !== null);
	return { startOn, isChecked, read };
}

/** People signed up (人次), by the month in which they signed up, small numbers withheld. */
export async function readSignupTrend(db: Database, query: TrendQuery): Promise<Trend> {
	const { signups: startOn } = await readLedgerStarts(db);
	return readMonthly(query, { startOn, read: (period) => countSignedUp(db, query.scope, period) });
}

/** A source whose keys are villages, named; one that was closed is listed while it has a count. */
export async function readByVillage(db: Database, query: TrendQuery, source: TrendSource): Promise<Trend<NamedCell>> {
	const villages = await listVillages(db, query.scope);
	const trend = await readKeyed(
		query,
		source,
		villages.map(({ id }) => id)
	);
	const cells = trend.cells
		.map((cell, at) => ({ cell, village: villages[at]! }))
		.filter(({ cell, village }) => isListed(cell, village))
		.map(({ cell, village: { name, nameEn } }) => ({ ...cell, name, nameEn }));
	return { ...trend, cells };
}

/** Whether a unit is shown: one that is closed only where it has records. */
export const isListed = (cell: TrendCell, { validToOn }: { validToOn: string | null }) =>
	validToOn === null || isTelling({ total: null, previousTotal: null, cells: [cell] });

/** Closed villages too, because they have records of earlier years. */
export const listVillages = (db: Database, scope: string) =>
	listUnits(db, scope, unitKinds.filter(isVillageLevel), true);
