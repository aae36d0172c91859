import type { Figure, FigureId, FigureUnit } from '$lib/domain/figures/figure';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import {
	byMostBehind,
	hasEnded,
	isBehind,
	isDue,
	isSumOf,
	readTarget,
	type TargetReading
} from '$lib/domain/targets/target';
import { targetFigures } from '$lib/domain/targets/target-goal';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { listTargetsBelow } from '$lib/server/db/targets/targets';
import { readEachCount, type FigureTown } from '../figures/figures';

/** A target that is behind: its figure, whose it is, and how it reads. */
export interface TargetBehind {
	id: FigureId;
	unit: FigureUnit;
	of: { id: string; name: string; nameEn: string | null };
	reading: TargetReading;
}

/**
 * The targets of a year that are behind `today` (the town's date), of a unit and of those directly below it: those without records first,
 * then the most behind. Where the units below have running targets of a figure, the unit's own is their sum and left out. `all`: how many targets
 * were looked at, and how many of them something is due of. Without `isAsked` all figures are.
 */
export async function readTargetsBehind(
	town: FigureTown,
	{
		unitId,
		year,
		today,
		starts,
		isAsked = () => true
	}: { unitId: string; year: number; today: string; starts: LedgerStarts; isAsked?: (figure: Figure) => boolean }
): Promise<{ behind: TargetBehind[]; all: number; due: number }> {
	const { now: period, isPart } = reportingPeriods(year, today);
	const { db } = town;
	const [set, { figures }] = await Promise.all([listTargetsBelow(db, unitId, year), town.registry()]);
	const asked = targetFigures(figures)
		.filter(isAsked)
		.flatMap((figure) => {
			const own = set.filter((target) => target.figure === figure.id);
			const below = own.filter((target) => target.unitId !== unitId);
			const whole = own.find((target) => target.unitId === unitId)?.value ?? 0;
			const parts = below.map(({ value: target, validToOn: endedOn }) => ({
				target,
				isEnded: hasEnded({ endedOn, year, today })
			}));
			return (isSumOf(whole, parts) ? below : own).map((target) => ({ ...target, figure }));
		});
	if (asked.length === 0) return { behind: [], all: 0, due: 0 };
	const counts = await readEachCount(db, { scope: unitId, pairs: asked, period, isPart, starts });
	const readings = asked.map(
		({ figure, unitId: id, value: target, name, nameEn, validToOn: endedOn }, at): TargetBehind => {
			const reading = readTarget(figure, { target, ...counts[at]!, year, today, endedOn });
			return { id: figure.id, unit: figure.unit, of: { id, name, nameEn }, reading };
		}
	);
	return {
		behind: readings
			.filter(({ reading }) => isBehind(reading))
			.sort((one, other) => byMostBehind(one.reading, other.reading)),
		all: readings.length,
		due: readings.filter(({ reading }) => isDue(reading)).length
	};
}
