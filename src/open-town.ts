import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eraseDepartedElders } from '$lib/server/birthdays/elder-erasures';
import { actAs } from '$lib/server/context';
import { openDatabase } from '$lib/server/db/client';
import { migrateDatabase } from '$lib/server/db/rules/migrate';
import { createFaultLog } from '$lib/server/fault-log';
import { dropOldDrafts } from '$lib/server/ledgers/drop-import';
import { workOnAll } from '$lib/server/ledgers/work-on';
import { setUpChannels } from '$lib/server/messages/outbox/set-up';
import { startOutbox } from '$lib/server/messages/outbox/start';
import { erasePersonalData } from '$lib/server/people/retention';
import { forgetExpiredSessions } from '$lib/server/people/sessions';
import { forgetOldAttempts } from '$lib/server/people/sign-in';
import { releaseFormerClosings } from '$lib/server/releases/former-closings';
import { releaseHeldPlaces } from '$lib/server/signups/held-places';
import { createTown, type Town } from '$lib/server/town';
import { openEmptyTown, readTownState } from '$lib/server/units/first-run';
import { messageWords } from '$lib/ui/messages/matter-words';
import { loadDataKey } from './boot/data-key.js';
import { SettingsError } from './boot/settings.js';

type Settings = import('./boot/settings.js').Settings;

/** Opens and migrates the database, sets up the town on an empty one, and begins what the software does by itself. */
export async function openTown(settings: Settings): Promise<Town> {
	const dataKey = loadDataKey(settings);
	const db = await openDatabase(settings.databaseUrl, settings.databaseAuthToken ?? undefined);
	await migrateDatabase(db, findMigrations());
	const town = createTown(db, dataKey, {
		retentionDays: settings.retentionDays,
		limits: settings,
		channels: setUpChannels(settings)
	});
	await releaseFormerClosings(actAs(town, { kind: 'system' }));
	Object.assign(globalThis, { xinfengFirstRun: await setUpTown(town, settings) });
	const report = createFaultLog({ print: (line) => console.error(line), now: town.now });
	// Requests come first: what is to be tidied may be a year's work.
	let isStopping = false;
	const later = (ms: number) => setTimeout(begin, ms).unref();
	const begin = () =>
		tidy(town).then(
			() => later(dayMs),
			(fault) => {
				if (isStopping) return;
				report('[tidying]', fault);
				later(tidyAgainMs);
			}
		);
	later(tidyAfterMs);
	const release = () =>
		void releaseHeldPlaces(actAs(town, { kind: 'system' })).catch(
			(fault) => isStopping || report('[held places]', fault)
		);
	setInterval(release, releaseEveryMs).unref();
	const stopOutbox = startOutbox({ ctx: actAs(town, { kind: 'system' }), words: messageWords });
	/** Begins nothing more, and closes the database once the last request has its answer. A form that waits for another process is refused now, while it can be answered. */
	const stop = async (isAnswered: Promise<unknown>) => {
		isStopping = true;
		db.$client.hurry();
		await Promise.allSettled([stopOutbox(), isAnswered]);
		await db.$client.close();
	};
	Object.assign(globalThis, { xinfengStop: stop });
	return town;
}

/** Deletes what is past its time: sessions, sign-in attempts, personal data. Goes on with what a stop cut off. */
async function tidy(town: Town): Promise<void> {
	const system = actAs(town, { kind: 'system' });
	await forgetExpiredSessions(system);
	await forgetOldAttempts(system);
	await erasePersonalData(system);
	await eraseDepartedElders(system);
	await dropOldDrafts(system);
	await workOnAll(system);
	await town.db.$client.optimize();
}

const tidyAfterMs = 2000;
const dayMs = 24 * 3600 * 1000;
/** What failed, such as beside another process that kept the database busy, is tried again after so long. */
const tidyAgainMs = 10 * 60 * 1000;

/** How often places are given back that were held too long. */
const releaseEveryMs = 30_000;

/** Sets up the town on the first start. Out: the lines to print, who can sign in. */
async function setUpTown(town: Town, { town: wanted, today, dataDir }: Settings): Promise<string[]> {
	const system = actAs(town, { kind: 'system' });
	const state = await readTownState(system);
	if (state === 'own') return [];
	if (state === 'demo' && wanted === 'empty') {
		throw new SettingsError(
			`TOWN is "empty", but the database holds the demo town: set DATA_DIR (or DATABASE_URL) to another place, or delete the folder ${dataDir} and start again.`
		);
	}
	if (state === 'untouched' && wanted === 'empty') return openEmptyTown(system);
	if (state === 'half-loaded') {
		throw new SettingsError(
			`The demo town was interrupted while it loaded. Delete the folder ${dataDir} (or the database) and start again.`
		);
	}
	const { loadDemo, demoLogins } = await import('../drizzle/seed/demo');
	if (state === 'untouched') await loadDemo(system, today ?? town.today());
	return demoLogins;
}

/** The folder of SQL files: beside the process when it was started in the project, else upwards from this file. */
function findMigrations(): string {
	const here = dirname(fileURLToPath(import.meta.url));
	for (let folder = process.cwd(), next = here; ; folder = next, next = dirname(next)) {
		const migrations = join(folder, 'drizzle');
		if (existsSync(join(migrations, 'meta', '_journal.json'))) return migrations;
		if (folder === next) throw new Error('the folder drizzle/ with the migrations is missing');
	}
}
