import { publishCoverage, rankCoverage } from '$lib/domain/pledges/pledge-coverage';
import { percentagePoints } from '$lib/domain/figures/rate';
import { monthBoundsOf } from '$lib/domain/calendar/calendar';
import { commonDays, monthsOf, type Period } from '$lib/domain/calendar/reporting-period';
import type { Trend } from '$lib/domain/figures/trend';
import { pledgesInForce, pledgesRenewed, upTo, withdrawnOf } from '$lib/server/db/figures/counted-parts';
import { askCoverage } from '../figures/coverage-trend';
import { publishMonthly } from '../figures/public-trend';
import type { TrendAsker, TrendPart } from '../figures/trend-asker';
import type { MonthCount } from '../figures/trend-source';
import { perPeriod } from '../figures/trends';

/** Household pledges signed and in force at the period's end, by the month of signature, small numbers withheld. */
export const pledgesByMonth: TrendPart<Trend> = (asker) => {
	const read = perPeriod(asker.query, (period) => askSignedAndKept(asker, period));
	return () => publishMonthly(asker.query, { startOn: asker.starts().pledges, read });
};

function askSignedAndKept(asker: TrendAsker, period: Period): () => MonthCount[] {
	const signed = asker.ofWhole({ of: [{ measure: 'pledges-signed', by: 'records' }], period, byMonth: true });
	const months = monthsOf(period).map((month) => ({
		month,
		withdrawn: asker.ofWhole({ of: [withdrawnOf(commonDays(monthBoundsOf(month), period))], period })
	}));
	return () => {
		const counts = signed() as Record<string, number>;
		return months.map(({ month, withdrawn }) => ({
			key: '',
			month,
			count: (counts[month] ?? 0) + (withdrawn() as number)
		}));
	};
}

/**
 * Villages ranked by coverage on the period's last day, or today, as the public may know it. Out with the total where it may be published,
 * and how many of these are on the version of `textId`, that in force (null: none was); `points`: 百分点 against the other period's last
 * day, null where either rate is withheld.
 */
export const coverageRanking =
	(textId: string | null): TrendPart<CoverageRanking> =>
	(asker) => {
		const { now } = asker.query.periods;
		const villages = askCoverage(asker);
		const current = textId === null ? [] : [...pledgesInForce(textId), ...pledgesRenewed(textId)];
		const onText = asker.ofVillages({ of: current, period: upTo(now.toOn) });
		return () => {
			const [is, was] = villages().map(publishCoverage) as [Published, Published];
			const rows = rankCoverage(is.rows).map((row) => {
				const previous = was.rows.find(({ villageId }) => villageId === row.villageId);
				return { ...row, points: pointsBetween(row, previous) };
			});
			const counts = onText();
			const onCurrent = is.rows.reduce((sum, { villageId }) => sum + (counts.get(villageId) as number), 0);
			return { on: now.toOn, rows, total: is.total && { ...is.total, onCurrent } };
		};
	};

type Published = ReturnType<typeof publishCoverage<ReturnType<ReturnType<typeof askCoverage>>[number][number]>>;

export interface CoverageRanking {
	on: string;
	rows: (Published['rows'][number] & { rank: number | null; points: number | null })[];
	total: (NonNullable<Published['total']> & { onCurrent: number }) | null;
}

type PublishedCount = { pledged: number | null; registered: number | null };

/** On the exact rates; null where either of them is withheld or unknown. */
function pointsBetween(now: PublishedCount, before: PublishedCount | undefined): number | null {
	const [rate, previous] = [ratioOf(now), before ? ratioOf(before) : null];
	return rate && previous && percentagePoints(rate, previous);
}

const ratioOf = ({ pledged, registered }: PublishedCount) =>
	pledged === null || registered === null ? null : { part: pledged, whole: registered };
