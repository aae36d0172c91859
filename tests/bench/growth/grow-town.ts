import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseKey } from '../../../src/boot/settings.js';
import { createKeys } from '../../../src/lib/server/keys';
import { openDatabase } from '../../../src/lib/server/db/client';
import { recountFigures } from '../../../src/lib/server/db/figures/figure-recount';
import { Bulk } from './bulk';
import { fillBanquets } from './fill-banquets';
import { fillEvents } from './fill-events';
import { fillLedgers } from './fill-ledgers';
import { fillUnits } from './fill-units';
import { Filling } from './filling';

/**
 * Makes a town of so many villages out of the demo town in the folder `data`: `records` records over ten years, and as many sign-ups, a tenth
 * of them overdue to be erased. The database is left as the app would have it: counts kept, but no statistics that only a bench would gather.
 */
export async function growTown(
	data: string,
	{ villages, records }: { villages: number; records: number }
): Promise<void> {
	const path = join(data, 'xinfeng.db');
	const key = parseKey(readFileSync(join(data, 'data.key'), 'utf8').trim())!;
	const bulk = new Bulk(path);
	const filling = new Filling(bulk, createKeys(key, counted), fillUnits(bulk, villages));
	fillBanquets(filling, Math.round(records * 0.35));
	fillLedgers(filling, { activities: Math.round(records * 0.4), pledges: Math.round(records * 0.15) });
	fillEvents(filling, { events: Math.round(records * 0.03), signups: records });
	bulk.close();
	const db = await openDatabase(`file:${path}`);
	await recountFigures(db);
	await db.$client.close();
}

let times = 0;

/** Bytes that differ each time. Real chance takes a tenth of the time of the whole filling, and keeps no secret here. */
function counted(bytes: number): Uint8Array {
	const text = Buffer.alloc(bytes);
	text.writeUIntLE(++times, 0, 6);
	return text;
}
