import { checkableKinds, type CheckableKind } from '$lib/domain/activity';
import type { Context } from './context';
import { listReportedMonths, listZeroMonths } from './db/coverage';

/** What villages have said of a month: which ledgers were checked as zero, by the unit or by one above it, and which have records. */
export interface ReportedMonths {
	/** The checked zero that covers a unit in a month (YYYY-MM). */
	zeroOf(ledger: CheckableKind, unitId: string, month: string): { id: string } | null;
	recordsOf(ledger: CheckableKind, unitId: string, month: string): number;
}

/** What has been said of the months that some rows are about to fall into. `months` are YYYY-MM. */
export async function readReportedMonths(
	ctx: Context,
	unitIds: readonly string[],
	months: readonly string[]
): Promise<ReportedMonths> {
	const units = [...new Set(unitIds)];
	const years = [...new Set(months.map((month) => month.slice(0, 4)))];
	const said = new Map(
		await Promise.all(
			years.map(async (year) => {
				const of = [ctx.db, units, Number(year)] as const;
				const [zeroOf, recordsOf] = await Promise.all([listZeroMonths(...of), listReportedMonths(...of)]);
				return [year, { zeroOf, recordsOf }] as const;
			})
		)
	);
	const of = (month: string) => said.get(month.slice(0, 4));
	return {
		zeroOf: (ledger, unitId, month) => of(month)?.zeroOf(ledger, unitId, month) ?? null,
		recordsOf: (ledger, unitId, month) => of(month)?.recordsOf(ledger, unitId, month) ?? 0
	};
}

/** The ledger of a kind of work that villages report month by month, or null where it is none. */
export const checkableOf = (kind: string): CheckableKind | null =>
	checkableKinds.find((known) => known === kind) ?? null;
