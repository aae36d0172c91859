import { openDatabase } from '../../../src/lib/server/db/client';
import { migrateDatabase } from '../../../src/lib/server/db/rules/migrate';

/** A process of `start-race.test.ts`: waits for the address of a database, says it is ready, and migrates it when told to. */
process.once('message', (url: string) => {
	process.once('message', () => void migrate(url));
	process.send!('ready');
});

async function migrate(url: string) {
	let outcome = 'done';
	try {
		const db = await openDatabase(url);
		await migrateDatabase(db, 'drizzle');
		await db.$client.close();
	} catch (error) {
		outcome = String((error as Error).cause ?? error);
	}
	process.send!(outcome, () => process.disconnect());
}
