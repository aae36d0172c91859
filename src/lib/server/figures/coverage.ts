import { checkableKinds, type CheckableKind } from '$lib/domain/activities/activity';
import { isOfCases, isReportedIn } from '$lib/domain/figures/ledger';
import {
	decideLedgerMonth,
	joinMonths,
	sumCoverage,
	type CoverageSum,
	type LedgerMonth
} from '$lib/domain/figures/coverage';
import { isInPlaceAt } from '$lib/domain/figures/known';
import { yearBounds } from '$lib/domain/calendar/calendar';
import { monthsOf } from '$lib/domain/calendar/reporting-period';
import { villageKinds } from '$lib/domain/units/unit';
import type { Database } from '$lib/server/db/client';
import { askZeros, listReportedMonths, listZeroMonths, partOfLedger, zerosOf } from '$lib/server/db/figures/coverage';
import { answersOf, askVillageSums } from '$lib/server/db/figures/figure-sums';
import { askStarts, readLedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { readTogether } from '$lib/server/db/together';
import { listUnits } from '$lib/server/db/units/units';
import { askVillages, isThereOn, villagesOf } from '$lib/server/db/units/villages';

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
	const period = yearBounds(year);
	const asks = ledgers.map((ledger) => ({ of: [partOfLedger(ledger)], period, byMonth: true }));
	const read = await readTogether(db, {
		villages: askVillages(db, { scope, on: period.toOn }),
		records: askVillageSums(db, scope, asks),
		started: ledgers.some(isOfCases) ? askStarts(db, {}) : null
	});
	const startOn = read.started?.[0]!.cases ?? null;
	const villages = villagesOf(read.villages).filter((village) =>
		isThereOn(village, today < period.toOn ? today : period.toOn)
	);
	const records = answersOf(read.records) as ReadonlyMap<string, Record<string, number>[]>;
	const months = monthsOf(period);
	const reporters = villages.flatMap(({ id, parts }) => [id, ...parts.map((part) => part.id)]);
	const wanting = reporters.filter((id) =>
		records.get(id)!.some((counts) => months.some((month) => !((counts[month] ?? 0) > 0)))
	);
	const zeroOf = zerosOf(await askZeros(db, wanting, period, ledgers));
	return ledgers.map((ledger, at) => {
		const decide = (id: string, month: string): LedgerMonth =>
			isReportedIn(ledger, month, startOn)
				? decideLedgerMonth(month, today, {
						records: records.get(id)![at]![month] ?? 0,
						zero: zeroOf(ledger, id, month)
					})
				: { state: 'coming' };
		const rows = villages.map(({ id, name, nameEn, parts }) => ({
			...{ id, name, nameEn },
			months: months.map((month) => {
				// Before villages merged each of them reported for itself.
				const [first, ...rest] = parts.filter((part) => isInPlaceAt(part, month)).map((part) => decide(part.id, month));
				return first ? joinMonths([first, ...rest]) : decide(id, month);
			})
		}));
		return { ledger, rows, ...sumCoverage(rows) };
	});
}

/** One unit's own ledgers in a year, with all below it, as of `today`: what it has reported, checked (itself, or each of its villages), or still owes. */
export async function readLedgers(
	db: Database,
	{ unitId, year, today }: { unitId: string; year: number; today: string }
): Promise<{ id: CheckableKind; months: LedgerMonth[] }[]> {
	const villages = await listUnits(db, unitId, villageKinds);
	const ids = villages.map(({ id }) => id);
	const [recordsOf, zeroOf, { cases: startOn }] = await Promise.all([
		listReportedMonths(db, [unitId], yearBounds(year)),
		listZeroMonths(db, [...new Set([unitId, ...ids])], yearBounds(year)),
		readLedgerStarts(db)
	]);
	const checked = (ledger: CheckableKind, month: string) => {
		const own = zeroOf(ledger, unitId, month);
		const below = ids.map((id) => zeroOf(ledger, id, month));
		return own ?? (below.length > 0 && below.every(Boolean) ? below[0]! : null);
	};
	const kept = checkableKinds.filter((id) => isReportedIn(id, `${year}-12`, startOn));
	return kept.map((id) => ({
		id,
		months: monthsOf(yearBounds(year)).map((month) =>
			isReportedIn(id, month, startOn)
				? decideLedgerMonth(month, today, { records: recordsOf(id, unitId, month), zero: checked(id, month) })
				: { state: 'coming' }
		)
	}));
}
