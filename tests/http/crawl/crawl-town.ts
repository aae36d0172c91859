// Writes down every page and every answer of a running demo town as each role has it, to compare two versions of the app:
//   node tests/integration/run-process.js tests/http/crawl/crawl-town.ts ADDRESS FOLDER
//   diff -r FOLDER OTHER-FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Session } from '../session';
import { actAsVillager } from './acts';
import { signInAs } from './sign-in-as';
import { transcribe } from './transcript';
import { starts, walk } from './walk';

const [, , , address, folder] = process.argv;
if (!address || !folder) throw new Error('Usage: … crawl-town.ts ADDRESS FOLDER');

/** Each role, with the cookies of a reader; the villager has a slip, a pledge and a banquet of their own. */
const readers = ['visitor', 'visitor-en', 'visitor-elder', 'villager', 'mei', 'liu', 'wu', 'zhou', 'zhou-en'];

let phones = 0;

const bounds = { ofOneQuery: 2, ofOneRoute: 12 };

for (const reader of readers) await crawl(reader);

async function crawl(reader: string): Promise<void> {
	const session = new Session(address!);
	const [name = '', way] = reader.split('-');
	if (way === 'en') session.cookies.set('lang', 'en');
	if (way === 'elder') session.cookies.set('view', 'elder');
	const own = name === 'villager' ? await actAsVillager(session, () => `1330000000${++phones}`) : [];
	if (!['visitor', 'villager'].includes(name)) await signInAs(session, name);
	const counts = new Map<string, number>();
	for await (const { path, route, answer } of walk(session, [...own, ...starts], bounds)) {
		const nth = (counts.get(route) ?? 0) + 1;
		counts.set(route, nth);
		const file = join(folder!, reader, route.replace(/[/[\]=]+/g, '_').replace(/^_|_$/g, '') || 'home');
		mkdirSync(file, { recursive: true });
		writeFileSync(join(file, `${nth}.txt`), await transcribe(path, answer));
	}
	console.log(
		`${reader}: ${[...counts.values()].reduce((sum, count) => sum + count, 0)} answers of ${counts.size} routes`
	);
}
