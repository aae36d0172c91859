// What is counted of a year for its releases.
import { occasions } from '$lib/domain/banquets/banquet';
import { dateOf, yearBounds } from '$lib/domain/calendar/calendar';
import type { YearCounts } from '$lib/domain/releases/year-counts';
import { joinGrounds, registeredOf, sumOfGround } from '$lib/domain/units/grounds';
import { countAwaitedOutcomes } from '$lib/server/db/banquets/awaited-outcomes';
import { askDrives } from '$lib/server/db/blood/drives';
import type { Database } from '$lib/server/db/client';
import { answersOf, askSums, askVillageSums, type Answer } from '$lib/server/db/figures/figure-sums';
import { askHouseholds, householdsOn } from '$lib/server/db/figures/households';
import { askSavedTables } from '$lib/server/db/figures/saved-tables';
import { readTogether } from '$lib/server/db/together';
import { askVillages, everSince, isThereOn, villagesOf, type Village } from '$lib/server/db/units/villages';
import { sumSaved } from '../figures/saved-sum';
import { readKnownMonths, releasedFigures } from './known-months';
import { askYear, lined } from './year-asks';

interface Asked {
	unitId: string;
	year: number;
	/** The last month that is closed, with all before it. */
	closedTo: number;
}

/** Counts what is closed of a unit's year; of the rest nothing. */
export async function countYear(db: Database, { unitId, year, closedTo }: Asked): Promise<YearCounts> {
	const asked = askYear(year, closedTo);
	const [known, read, awaited] = await Promise.all([
		readKnownMonths(db, { unitId, year, closedTo }),
		readYear(db, unitId, year, asked),
		asked.isClosed ? countAwaited(db, unitId, year) : null
	]);
	const { town, each, villages } = read;
	return {
		year,
		closedTo,
		lines: lined.map(({ id }, at) => ({
			figure: id,
			begins: known.begins(id),
			months: asked.town.lines[at]!.map((count, month) => (known.isKnown(id, month) ? (count(town) as number) : null))
		})),
		totals: asked.town.totals.map((total, at) => {
			const { id } = releasedFigures[at]!;
			return { figure: id, value: known.isYearKnown(id) ? (total(town) as number) : null };
		}),
		villages: asked.isClosed
			? villages.flatMap((village) => villageRow(village, year, asked.village.held(each.get(village.id)!)))
			: [],
		occasions: asked.town.occasions.map((months, at) => ({ key: occasions[at]!, months: twelve(year, months(town)) })),
		saved: read.saved && sumSaved(read.saved),
		coverage: asked.quarters.map(({ toOn }, at) => ({
			toOn,
			pledged: asked.town.pledged[at]!(town) as number,
			villages: coverageOn(read, at, toOn, (id) => asked.village.pledged[at]!(each.get(id)!) as number, known)
		})),
		drives: (read.drives ?? []).map(({ id, startsAt, ...drive }) => ({ key: id, on: dateOf(startsAt), ...drive })),
		awaited,
		ledger: known.ledger
	};
}

/** A closed year is over, so each day of it is past. What a household declared online counts only once a cadre has confirmed it. */
const countAwaited = (db: Database, unitId: string, year: number): Promise<number> =>
	countAwaitedOutcomes(db, { unitId, period: yearBounds(year), today: yearBounds(year + 1).fromOn, isProven: true });

async function readYear(
	db: Database,
	unitId: string,
	year: number,
	{ town, village, quarters, isClosed }: ReturnType<typeof askYear>
) {
	const range = yearBounds(year);
	const asked = {
		villages: askVillages(db, { scope: unitId, fromOn: range.fromOn, on: range.toOn }),
		town: askSums(db, [unitId], town.asks),
		each: askVillageSums(db, unitId, village.asks),
		households: askHouseholds(db, unitId),
		drives: isClosed ? askDrives(db, unitId, range) : null,
		saved: isClosed ? askSavedTables(db, unitId, range) : null
	};
	// Villages merge within a year: at the end of a quarter those that were there then. Pledges are of the village that was split.
	const atEnds = quarters.map(({ toOn }) => askVillages(db, { scope: unitId, fromOn: everSince, on: toOn }));
	const read = await readTogether(db, asked, atEnds);
	return {
		...read,
		villages: villagesOf(read.villages),
		atEnds: read.listed.map(villagesOf),
		town: answersOf(read.town).get(unitId) ?? [],
		each: answersOf(read.each)
	};
}

/** The villages with their pledges on the last day of a quarter. Before the ledger of pledges begins none has registered households, so nothing is said. */
function coverageOn(
	{ atEnds, households }: Awaited<ReturnType<typeof readYear>>,
	nth: number,
	toOn: string,
	pledgedOf: (id: string) => number,
	known: Awaited<ReturnType<typeof readKnownMonths>>
) {
	const registered = householdsOn(households, toOn);
	const hasBegun = known.isKnown('pledges-in-force', Number(toOn.slice(5, 7)) - 1);
	return joinGrounds(atEnds[nth]!.filter((village) => isThereOn(village, toOn))).map((ground) => ({
		key: ground.id,
		name: ground.name,
		nameEn: ground.nameEn,
		pledged: sumOfGround(ground, pledgedOf),
		registered: hasBegun ? registeredOf(ground, registered) : null
	}));
}

/** A village that was closed is listed where it has records. */
function villageRow({ id, name, nameEn, validToOn }: Village, year: number, answer: Answer) {
	const months = twelve(year, answer);
	const isListed = isThereOn({ validToOn }, yearBounds(year).toOn) || months.some((count) => count > 0);
	return isListed ? [{ key: id, name, nameEn, months }] : [];
}

/** The months of an answer by month, January first. */
const twelve = (year: number, answer: Answer): number[] =>
	Array.from(
		{ length: 12 },
		(_, at) => (answer as Record<string, number>)[`${year}-${String(at + 1).padStart(2, '0')}`] ?? 0
	);
