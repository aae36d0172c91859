import { checkableKinds } from '../../src/lib/domain/activities/activity';
import { addDays, always, monthBounds } from '../../src/lib/domain/calendar/calendar';
import { reportMonth, type ReportMonthCommand } from '../../src/lib/server/activities/month-reports';
import { checkComplaints } from './complaint-zeros';
import type { Gap } from './gap';
import { must, type Stage } from './stage';
import { villageKeys, type Town } from './town';
import { earlierOf, publishedYears, type LaterYear } from './years';

/** Both published years' months, reported by every village: what has no record had none. Complaints are the town's to check. */
export async function playMonthReports(stage: Stage, town: Town): Promise<void> {
	for (const year of publishedYears)
		for (let month = 1; month <= 12; month++)
			await reportAll(stage, town, { year, month, lastOn: always.toOn, gap: null });
	// Those of 2024 are among its activities.
	const aside = stage.aside(202_300, 0);
	for (let month = 1; month <= 12; month++) await checkComplaints(aside, town, { year: 2023, month });
}

/** The months of a later year that are over, complaints too. */
export async function playLaterMonthReports(later: LaterYear, town: Town, gap: Gap | null): Promise<void> {
	const { year, lastOn } = later;
	const months = Array.from({ length: 12 }, (_, at) => at + 1);
	await Promise.all(
		months
			.filter((month) => monthBounds(year, month).toOn <= lastOn)
			.map(async (month) => {
				const stage = later.stageOf('months', month);
				await checkComplaints(stage, town, { year, month, lastOn });
				await reportAll(stage, town, { year, month, lastOn, gap });
			})
	);
}

interface MonthOfYear {
	year: number;
	/** 1 to 12. */
	month: number;
	lastOn: string;
	gap: Gap | null;
}

async function reportAll(stage: Stage, town: Town, { year, month, lastOn, gap }: MonthOfYear): Promise<void> {
	const name = `${year}-${String(month).padStart(2, '0')}`;
	const responsible = `${'甲乙丙丁戊己庚辛壬癸'[(year - publishedYears[0]) % 10]!}核实`;
	stage.at(earlierOf(addDays(monthBounds(year, month).toOn, 3), lastOn), '10:00');
	const added = (await stage.as(town.actors.townCadre).registry()).kinds.map(({ id }) => id);
	// Of added kinds without an entry the town says that there was none, in all of its villages; of the others each village says it.
	await report(stage, town.actors.townCadre, { unitId: town.units.town, month: name, ledgers: added, responsible });
	for (const village of villageKeys) {
		const left = gap?.village === village && gap.month === name ? gap.ledger : null;
		const ledgers = [...checkableKinds, ...added].filter((kind) => kind !== 'complaint' && kind !== left);
		await report(stage, town.actors[village], { unitId: town.units[village], month: name, ledgers, responsible });
	}
}

type MonthReport = Omit<ReportMonthCommand, 'id'>;

async function report(stage: Stage, by: Parameters<Stage['as']>[0], command: MonthReport): Promise<void> {
	const reported = await reportMonth(stage.as(by), { id: stage.id(), ...command });
	// A unit with records in every ledger has nothing more to say, nor has one of kinds that begin later.
	if (reported.ok || !['month-already-reported', 'month-before-ledger'].includes(reported.refusal)) must(reported);
}
