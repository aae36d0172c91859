import { actAs } from '../../../src/lib/server/context';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { rangePeriods, type Period } from '../../../src/lib/domain/calendar/reporting-period';
import type { Release } from '../../../src/lib/domain/releases/release';
import { listReleases } from '../../../src/lib/server/db/releases/releases';
import type { TrendQuery } from '../../../src/lib/server/figures/trend-query';
import { readPublished, publishedPeriods } from '../../../src/lib/server/releases/read-published';
import { askReleaseWithdrawal, confirmReleaseWithdrawal } from '../../../src/lib/server/releases/release-withdrawals';
import { takeSnapshot } from '../../../src/lib/server/reviews/snapshots';
import { close, definitions, id, ledger, town } from '../reviews/closing-town';
import type { TestUnit } from '../cast';

export { close, freshTown, id, ledger, town } from '../reviews/closing-town';

export const villages = ['sanxing', 'hesha', 'zhongba', 'qiaotou'] as const satisfies readonly TestUnit[];

/** Puts so many banquets into a month (YYYY-MM) of a village. */
export async function banquets(unit: TestUnit, month: string, count: number): Promise<void> {
	for (let nth = 0; nth < count; nth++) await ledger.banquet(unit, `${month}-10`);
}

/** A year in which every village held six banquets in the first month of each quarter, all months reported. */
export async function evenYear(year: number): Promise<void> {
	for (const unit of villages)
		for (const month of ['01', '04', '07', '10']) await banquets(unit, `${year}-${month}`, 6);
	await ledger.reportRest(year);
}

/** Closes a period that must be closed. Out: its id. */
export async function closeWell(span: string): Promise<string> {
	const { result, closingId } = await close(span);
	if (!result.ok) throw new Error(result.refusal);
	return closingId;
}

export async function retake(closingId: string): Promise<void> {
	const command = { id: id(), closingId, reason: '补记以后再定稿', definitions };
	const result = await takeSnapshot(town.as('zhou'), command);
	if (!result.ok) throw new Error(result.refusal);
}

export async function released(year: number): Promise<Release[]> {
	return (await listReleases(town.ctx.db, town.units.town, [year])).releases;
}

/** The releases of a figure, each as its kind, its months and its first number. */
export async function picture(year: number, figure = 'banquets-held'): Promise<string[]> {
	const mine = (await released(year)).filter((one) => one.figure === figure && one.kind !== 'ledger');
	return mine.map(
		({ kind, fromOn, toOn, cells }) => `${kind} ${fromOn.slice(5, 7)}-${toOn.slice(5, 7)}: ${cells[0]!.value}`
	);
}

/** What a public page asks of a range, as of `today`. */
export async function publicQuery(range: Period, today: string, figure = 'banquets-held'): Promise<TrendQuery> {
	const scope = town.units.town;
	const published = await readPublished(town.ctx.db, scope, [range, rangePeriods(range, range.toOn).before]);
	return { scope, range, published, periods: publishedPeriods(published, figure, { range, today }) };
}

export const yearQuery = (year: number, today = '2026-03-02') => publicQuery(yearBounds(year), today);

/** Another administrator of the town. */
export const second = () =>
	actAs(town.ctx, {
		kind: 'account',
		accountId: town.accounts.he.id,
		username: 'he',
		role: 'administrator',
		unitId: town.units.town,
		mustChangePassword: false
	});

/** Takes back all that is released of a figure's year, by two administrators. */
export async function withdraw(year: number, figure = 'banquets-held'): Promise<void> {
	const withdrawalId = id();
	const asked = { id: withdrawalId, unitId: town.units.town, figure, year, reason: '整批导错了' };
	for (const result of [
		await askReleaseWithdrawal(town.as('zhou'), asked),
		await confirmReleaseWithdrawal(second(), { id: id(), withdrawalId })
	])
		if (!result.ok) throw new Error(result.refusal);
}
