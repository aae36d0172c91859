import type { Database } from './client';
import { drizzleOn } from './session';

/** The database as read by a thread of its own: for what takes long, such as lists with all their rows (see runAside in client.ts). */
export function aside(db: Database): Database {
	const { $client } = db;
	return Object.assign(drizzleOn($client.runAside), { $client });
}
