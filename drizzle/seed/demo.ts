import type { Context } from '../../src/lib/server/context';
import { loadInBulk } from '../../src/lib/server/db/client';
import { markDemo } from '../../src/lib/server/units/first-run';
import { playActivities, playLaterActivities } from './activities';
import { playAddedWork, playLaterAddedWork } from './added-work';
import { playCases, playLaterCases } from './cases';
import { playConsents } from './blood-drives';
import { playBanquets, playLaterBanquets } from './banquets';
import { playComing } from './coming';
import { playDeclared } from './declared';
import { playElders } from './elders';
import { playEvents, playLaterEvents } from './events';
import { playImports } from './imports';
import { playLectures } from './lectures';
import { playLedgerStarts } from './ledger-starts';
import { playRenewals } from './pledge-renewals';
import { gapOn } from './gap';
import { playFirstAid } from './first-aid';
import { playPledges } from './pledges';
import { playShifts } from './shifts';
import { playLaterMonthReports, playMonthReports } from './month-reports';
import { playQuestions } from './questions';
import { playReports } from './reports';
import { createStage, type Stage } from './stage';
import { playTargets } from './targets';
import { demoPassword, type Town } from './town';
import { laterYears } from './years';
import { foundTown } from './found-town';

/** Who can sign in to the demo, for the first lines on the screen. */
export const demoLogins = [
	`zhou  ${demoPassword}   管理员 administrator`,
	`wu    ${demoPassword}   镇干部 town cadre`,
	`liu   ${demoPassword}   三星村干部 village cadre (he, zeng, qiao: the other villages)`,
	`mei   ${demoPassword}   志愿者 volunteer (tang too)`
];

/**
 * Loads the demo town into an empty database: 2023 and 2024 as they were published, the years from then up to `today` (YYYY-MM-DD, 2025 or
 * later), and what is coming after it. Nothing was written down after `today`.
 * Every record goes through a service's own verb, so the figures come out of records and nothing is typed in.
 */
export async function loadDemo(ctx: Context, today: string): Promise<void> {
	await markDemo(ctx, 'beginDemo');
	await loadInBulk(
		ctx.db,
		() => playDemo(ctx, today),
		() => markDemo(ctx, 'finishDemo')
	);
}

async function playDemo(ctx: Context, today: string): Promise<void> {
	const stage = createStage(ctx);
	const town = await foundTown(stage);
	await playBanquets(stage, town);
	await playActivities(stage, town);
	await playAddedWork(stage, town);
	await playCases(stage, town, today);
	await playEvents(stage, town);
	await playPledges(stage, town);
	await playComing(stage, town, today);
	await playShifts(stage, town, today);
	await playQuestions(stage, town, today);
	await playDeclared(stage, town, today);
	await playRenewals(stage, town, today);
	await playLaterYears(stage, town, today);
	await playLectures(stage, town, today);
	await playElders(stage, town, today);
	await playTargets(stage, town, today);
	await playFirstAid(stage, town, today);
	await playConsents(stage, town, today);
	await playMonthReports(stage, town);
	for (const later of laterYears(stage, today)) await playLaterMonthReports(later, town, gapOn(today));
	await playLedgerStarts(stage, town, today);
	await playImports(stage, town, today);
	await playReports(stage, town, today);
}

/**
 * What was recorded in the years after the published ones, a year at a time, its ledgers side by side: then many acts share a commit. Their
 * months are reported at the end, once all else is there.
 */
async function playLaterYears(stage: Stage, town: Town, today: string): Promise<void> {
	for (const later of laterYears(stage, today)) {
		await Promise.all([
			playLaterBanquets(later, town),
			playLaterActivities(later, town, gapOn(today)),
			playLaterAddedWork(later, town),
			playLaterEvents(later, town)
		]);
		// By themselves: what is written beside a ledger file makes it be compared again.
		await playLaterCases(later, town);
	}
}
