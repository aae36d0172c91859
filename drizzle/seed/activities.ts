import { always } from '../../src/lib/domain/calendar/calendar';
import { recordActivity } from '../../src/lib/server/activities/activities';
import { activityPlans, type EntryPlan } from './activity-plan';
import type { RecordedKind } from '../../src/lib/forms/activities/activity';
import type { VillageKey } from './banquet-plan';
import { checkComplaints } from './complaint-zeros';
import type { Gap } from './gap';
import { responsibleOf } from './people';
import { must, spreadDates, type Stage } from './stage';
import { paces } from './target-plan';
import type { Town } from './town';
import { drifted, evenly, inTurn, publishedYears, type LaterYear } from './years';

/** Both published years' work ledger, and twelve checked zeros of complaints in 2024. */
export async function playActivities(stage: Stage, town: Town): Promise<void> {
	for (const plan of activityPlans) {
		for (const year of publishedYears) await playEntries(stage, town, plan, { year, entries: plan[year] });
	}
	for (let month = 1; month <= 12; month++) await checkComplaints(stage, town, { year: 2024, month });
}

/** The work ledger of a later year: each kind about as often as in 2024. */
export async function playLaterActivities(
	{ year, lastOn, stageOf }: LaterYear,
	town: Town,
	gap: Gap | null
): Promise<void> {
	await Promise.all(
		activityPlans.map((plan, nth) => {
			const entries = driftedEntries(plan[2024], year, nth);
			return playEntries(stageOf('activities', nth), town, plan, { year, entries, shares: paces, lastOn, gap });
		})
	);
}

/** The entries of a later year, by those of 2024. */
export const driftedEntries = (level: number | number[], year: number, nth: number): number | number[] =>
	Array.isArray(level)
		? level.map((quantity, at) => drifted(quantity, year, nth * 10 + at))
		: drifted(level, year, nth * 10);

interface KindOfYear {
	year: number;
	entries: number | number[];
	/** How the villages share the work; evenly if left out. */
	shares?: Record<VillageKey, number>;
	lastOn?: string;
	gap?: Gap | null;
}

/** Enters the work of a kind in a year, spread over it. */
export async function playEntries(
	stage: Stage,
	town: Town,
	plan: EntryPlan & { kind: RecordedKind },
	{ year, entries, shares = evenly, lastOn = always.toOn, gap = null }: KindOfYear
): Promise<void> {
	const quantities = Array.isArray(entries) ? entries : Array<number>(entries).fill(1);
	const dates = spreadDates(stage.dice, year, quantities.length, plan.months);
	const villages = inTurn(shares, quantities.length);
	for (const [i, quantity] of quantities.entries()) {
		const village = villages[i]!;
		const isTowns = plan.by === 'town';
		if (dates[i]! > lastOn) break;
		if (gap && gap.ledger === plan.kind && gap.village === village && dates[i]!.startsWith(gap.month)) continue;
		stage.at(dates[i]!, '17:00');
		must(
			await recordActivity(stage.as(isTowns ? town.actors.townCadre : town.actors[village]), {
				id: stage.id(),
				unitId: isTowns ? town.units.town : town.units[village],
				kind: plan.kind,
				doneOn: dates[i]!,
				subject: plan.subjects[i % plan.subjects.length]!,
				place: plan.place,
				audience: plan.audience,
				quantity,
				result: plan.result,
				responsible: responsibleOf(stage.dice),
				evidence: '',
				note: ''
			})
		);
	}
}
