import type { Context } from '../../src/lib/server/context';
import { loadInBulk } from '../../src/lib/server/db/client';
import { markDemo } from '../../src/lib/server/units/first-run';
import { playActivities } from './activities';
import { playConsents } from './blood-drives';
import { playBanquets } from './banquets';
import { playComing } from './coming';
import { playDeclared } from './declared';
import { playElders } from './elders';
import { playEvents } from './events';
import { playImports } from './imports';
import { playLectures } from './lectures';
import { playLedgerStarts } from './ledger-starts';
import { playRenewals } from './pledge-renewals';
import { playFirstAid } from './first-aid';
import { playPledges } from './pledges';
import { playShifts } from './shifts';
import { playMonthReports } from './month-reports';
import { playQuestions } from './questions';
import { playReports } from './reports';
import { createStage } from './stage';
import { playTargets } from './targets';
import { demoPassword } from './town';
import { foundTown } from './found-town';

/** Who can sign in to the demo, for the first lines on the screen. */
export const demoLogins = [
	`zhou  ${demoPassword}   管理员 administrator`,
	`wu    ${demoPassword}   镇干部 town cadre`,
	`liu   ${demoPassword}   三星村干部 village cadre (he, zeng, qiao: the other villages)`,
	`mei   ${demoPassword}   志愿者 volunteer (tang too)`
];

/**
 * Loads the demo town into an empty database: 2023 and 2024 whole, and what is coming after `today` (YYYY-MM-DD).
 * Every record goes through a service's own verb, so the figures come out of records and nothing is typed in.
 */
export function loadDemo(ctx: Context, today: string): Promise<void> {
	return loadInBulk(ctx.db, async () => {
		await markDemo(ctx, 'beginDemo');
		const stage = createStage(ctx);
		const town = await foundTown(stage);
		await playBanquets(stage, town);
		await playActivities(stage, town);
		await playEvents(stage, town);
		await playPledges(stage, town);
		await playComing(stage, town, today);
		await playShifts(stage, town, today);
		await playQuestions(stage, town, today);
		await playDeclared(stage, town, today);
		await playRenewals(stage, town, today);
		await playLectures(stage, town, today);
		await playElders(stage, town, today);
		await playTargets(stage, town, today);
		await playFirstAid(stage, town, today);
		await playConsents(stage, town, today);
		await playMonthReports(stage, town);
		await playLedgerStarts(stage, town);
		await playReports(stage, town);
		await playImports(stage, town, today);
		await markDemo(ctx, 'finishDemo');
	});
}
