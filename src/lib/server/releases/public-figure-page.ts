import type { ReportingPeriods } from '$lib/domain/calendar/reporting-period';
import { isMissing, sumCoverage, type CoverageSum } from '$lib/domain/figures/coverage';
import { rateOf } from '$lib/domain/figures/rate';
import { wholeOf, type Figure } from '$lib/domain/figures/figure';
import type { Trend } from '$lib/domain/figures/trend';
import { isOfTown } from '$lib/domain/releases/awaited';
import type { NamedVillage } from '$lib/domain/releases/release';
import { hasLine, isReleased } from '$lib/domain/releases/figure-class';
import type { Database } from '$lib/server/db/client';
import type { FigureTown } from '../figures/figures';
import { readSourceText } from '$lib/server/db/figures/figure-source';
import { readFigurePage } from '../figures/figure-page';
import { comparePublished } from '../figures/published-trends';
import type { TrendQuery } from '../figures/trend-query';
import { publicReading, publishedReading, type PublicReading } from './public-figures';

/** Whether a village has reported a month. Which of a record and a checked zero it was does not leave the server. */
export interface PublicMonth {
	state: 'known' | 'missing' | 'coming';
}

export interface PublicCoverage extends CoverageSum {
	rows: (NamedVillage & { id: string; nowNamed?: NamedVillage; months: PublicMonth[] })[];
}

export interface PublicFigurePage {
	reading: PublicReading;
	/** Of a figure that is a part of another, its rate of it in percent, from the two released numbers; null where one of them is not released. */
	rate: number | null;
	/** Month by month; null for what is released or counted for whole years alone. */
	months: Trend | null;
	/** Null where villages do not report it, or it is not released who did. */
	coverage: PublicCoverage | null;
	/** The query behind it, read from the database. */
	sourceText: string;
}

type Asked = TrendQuery & { figure: Figure; year: number; today: string; periods: ReportingPeriods };

/** All that the public page of one figure says about a year: of the town's own work as its records are, of all else as it was released. */
export async function readPublicFigurePage(town: FigureTown, asked: Asked): Promise<PublicFigurePage> {
	const { figure } = asked;
	if (isReleased(figure)) return readReleased(town.db, asked);
	const { reading, months, coverage, sourceText } = await readFigurePage(town, asked);
	const states = coverage?.rows.map(({ months, ...row }) => ({
		...row,
		months: months.map(({ state }) => publicState(state))
	}));
	return {
		reading: publicReading(reading, asked),
		rate: null,
		months,
		coverage: states ? coverageOf(states) : null,
		sourceText
	};
}

async function readReleased(db: Database, asked: Asked): Promise<PublicFigurePage> {
	const { figure, scope, periods, published, year } = asked;
	const ledger = published.table(figure.id, 'ledger', year);
	const [reading, whole] = [publishedReading(figure, asked), wholeOf(figure.id)];
	return {
		reading,
		rate: whole && rateOf(reading.value, published.valueOf(whole, periods.now)),
		months: hasLine(figure) ? comparePublished(figure.id, asked) : null,
		coverage: ledger
			? coverageOf(
					ledger.cells
						.filter((cell) => !isOfTown(cell))
						.map(({ key, name = '', nameEn = null, nowNamed, states = '' }) => ({
							id: key,
							name,
							nameEn,
							nowNamed,
							months: Array.from({ length: 12 }, (_, at) => stateOf(states[at]))
						}))
				)
			: null,
		sourceText: await readSourceText(db, scope, figure.source, periods.now)
	};
}

const publicState = (state: string): PublicMonth => ({
	state: isMissing({ state }) ? 'missing' : ['reported', 'checked', 'covered'].includes(state) ? 'known' : 'coming'
});

const stateOf = (sign: string | undefined): PublicMonth => ({
	state: sign === undefined ? 'coming' : sign === '1' ? 'known' : 'missing'
});

function coverageOf(rows: PublicCoverage['rows']): PublicCoverage {
	const asLedger = rows.map(({ months }) => ({
		months: months.map(({ state }) => (state === 'known' ? { state: 'reported' as const, records: 0 } : { state }))
	}));
	return { ...sumCoverage(asLedger), rows };
}
