import type { Figure, FigureId, FigureUnit } from '$lib/domain/figures/figure';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { byMostBehind, isBehind, readTarget, type TargetReading } from '$lib/domain/targets/target';
import { targetFigures } from '$lib/forms/targets/target';
import type { Database } from '$lib/server/db/client';
import { askFigure } from '$lib/server/db/figures/counted-parts';
import { askEach, totalsOf } from '$lib/server/db/figures/figure-sums';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { listTargetsBelow } from '$lib/server/db/targets/targets';
import { isKnown } from '../figures/known-figures';

/** A target that is behind: its figure, whose it is, and how it reads. */
export interface TargetBehind {
	id: FigureId;
	unit: FigureUnit;
	of: { id: string; name: string; nameEn: string | null };
	reading: TargetReading;
}

/**
 * The targets of a year that are behind `today` (the town's date), of a unit and of those directly below it, the most first. Where the units
 * below have targets of a figure, the unit's own is their sum and left out.
 */
export async function readTargetsBehind(
	db: Database,
	{ unitId, year, today, starts }: { unitId: string; year: number; today: string; starts: LedgerStarts }
): Promise<TargetBehind[]> {
	const { now, isPart } = reportingPeriods(year, today);
	const known = { starts, checkedMonths: new Set<string>() };
	const all = await listTargetsBelow(db, unitId, year);
	const asked = targetFigures
		.filter(({ source }) => isKnown(known, source, now, isPart))
		.flatMap((figure: Figure) => {
			const own = all.filter((target) => target.figure === figure.id);
			const below = own.filter((target) => target.unitId !== unitId);
			return (below.length > 0 ? below : own).map((target) => ({ ...target, figure }));
		});
	if (asked.length === 0) return [];
	const pairs = asked.map((target) => ({ unit: target.unitId, ask: askFigure(target.figure.source, now) }));
	const counts = totalsOf(await askEach(db, unitId, pairs));
	return asked
		.map(({ figure, unitId: id, value: target, name, nameEn }, at) => ({
			id: figure.id,
			unit: figure.unit,
			of: { id, name, nameEn },
			reading: readTarget(figure, { target, done: counts[at]!, year, today })
		}))
		.filter(({ reading }) => isBehind(reading))
		.sort((one, other) => byMostBehind(one.reading, other.reading));
}
