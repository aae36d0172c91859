import { occasions } from '$lib/domain/banquets/banquet';
import { monthBounds, yearBounds } from '$lib/domain/calendar/calendar';
import { quarterBounds } from '$lib/domain/calendar/reporting-period';
import { hasLine } from '$lib/domain/releases/figure-class';
import { askFigure, pledgesInForce, upTo, type Ask, type CountedPart } from '$lib/server/db/figures/counted-parts';
import type { Answer } from '$lib/server/db/figures/figure-sums';
import { releasedFigures } from './known-months';

const held: CountedPart = { measure: 'banquets-held', by: 'records' };
/** The figures whose line within a year is released. */
export const lined = releasedFigures.filter(hasLine);

/** Takes questions, and gives for each what reads its answer among the answers to all. */
function collect() {
	const asks: Ask[] = [];
	return {
		asks,
		ask: (asked: Ask) => {
			const at = asks.push(asked) - 1;
			return (answers: readonly Answer[]) => answers[at]!;
		}
	};
}

/** All that is asked of a year of which the months up to `closedTo` are closed: of the town, and of each of its villages. */
export function askYear(year: number, closedTo: number) {
	const range = yearBounds(year);
	const months = Array.from({ length: closedTo }, (_, at) => monthBounds(year, at + 1));
	const quarters = Array.from({ length: Math.floor(closedTo / 3) }, (_, at) => quarterBounds(year, at + 1));
	const isClosed = closedTo === 12;
	const [town, village] = [collect(), collect()];
	return {
		quarters,
		isClosed,
		town: {
			asks: town.asks,
			lines: lined.map(({ source }) => months.map((month) => town.ask(askFigure(source, month)))),
			pledged: quarters.map(({ toOn }) => town.ask({ of: pledgesInForce(), period: upTo(toOn) })),
			totals: isClosed ? releasedFigures.map(({ source }) => town.ask(askFigure(source, range))) : [],
			occasions: isClosed
				? occasions.map((one) => town.ask({ of: [{ ...held, kinds: [one] }], period: range, byMonth: true }))
				: []
		},
		village: {
			asks: village.asks,
			held: village.ask({ of: [held], period: range, byMonth: true }),
			pledged: quarters.map(({ toOn }) => village.ask({ of: pledgesInForce(), period: upTo(toOn) }))
		}
	};
}
