import { checkableKinds, type CheckableKind } from '$lib/domain/activities/activity';
import { decideLedgerMonth, sumCoverage, type CoverageSum, type LedgerMonth } from '$lib/domain/figures/coverage';
import { yearBounds } from '$lib/domain/calendar/calendar';
import { monthsOf } from '$lib/domain/calendar/reporting-period';
import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import type { Database } from '$lib/server/db/client';
import { listReportedMonths, listZeroMonths } from '$lib/server/db/figures/coverage';
import { listUnits } from '$lib/server/db/units/units';

export interface CoveredUnit {
	id: string;
	name: string;
	nameEn: string | null;
	/** January to December. */
	months: LedgerMonth[];
}

export interface Coverage extends CoverageSum {
	ledger: CheckableKind;
	rows: CoveredUnit[];
}

/** Which villages within `scope` have reported which months of a year, for each of some ledgers, as of `today` (the town's date). */
export async function readCoverage(
	db: Database,
	{ scope, year, today, ledgers }: { scope: string; year: number; today: string; ledgers: readonly CheckableKind[] }
): Promise<Coverage[]> {
	const villages = await listUnits(db, scope, unitKinds.filter(isVillageLevel));
	const ids = villages.map(({ id }) => id);
	const [recordsOf, zeroOf] = await Promise.all([
		listReportedMonths(db, ids, yearBounds(year)),
		listZeroMonths(db, ids, yearBounds(year))
	]);
	return ledgers.map((ledger) => {
		const rows = villages.map(({ id, name, nameEn }) => ({
			id,
			name,
			nameEn,
			months: monthsOf(yearBounds(year)).map((month) =>
				decideLedgerMonth(month, today, { records: recordsOf(ledger, id, month), zero: zeroOf(ledger, id, month) })
			)
		}));
		return { ledger, rows, ...sumCoverage(rows) };
	});
}

/** One unit's own ledgers in a year, with all below it, as of `today`: what it has reported, checked (itself, or each of its villages), or still owes. */
export async function readLedgers(
	db: Database,
	{ unitId, year, today }: { unitId: string; year: number; today: string }
): Promise<{ id: CheckableKind; months: LedgerMonth[] }[]> {
	const villages = await listUnits(db, unitId, unitKinds.filter(isVillageLevel));
	const ids = villages.map(({ id }) => id);
	const [recordsOf, zeroOf] = await Promise.all([
		listReportedMonths(db, [unitId], yearBounds(year)),
		listZeroMonths(db, [...new Set([unitId, ...ids])], yearBounds(year))
	]);
	const checked = (ledger: CheckableKind, month: string) => {
		const own = zeroOf(ledger, unitId, month);
		const below = ids.map((id) => zeroOf(ledger, id, month));
		return own ?? (below.length > 0 && below.every(Boolean) ? below[0]! : null);
	};
	return checkableKinds.map((id) => ({
		id,
		months: monthsOf(yearBounds(year)).map((month) =>
			decideLedgerMonth(month, today, { records: recordsOf(id, unitId, month), zero: checked(id, month) })
		)
	}));
}
