// The demo town with three hundred and ninety-six villages more, of two groups each.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll } from 'vitest';
import { startDemo } from '../../demo';
import { Page } from '../page';
import { Session } from '../session';
import { newPage, signIn } from '../visit';

let app: Awaited<ReturnType<typeof startDemo>>;

/** Starts the town before the tests of a file, and stops it after. */
export function startLargeTown(): void {
	beforeAll(async () => {
		app = await startDemo();
		await addVillages();
		// The app keeps for two seconds which units a form offers first; another process has just added some.
		await sleep(2_100);
	}, 120_000);
	afterAll(() => app.stop());
}

async function addVillages(): Promise<void> {
	const database = createClient({ url: `file:${join(app.dataDir, 'xinfeng.db')}`, timeout: 20_000 });
	const insert = (kind: string, id: string, parent: string, name: string) =>
		database.execute(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 396)
			insert into units (id, parent_id, kind, name, position, valid_from_on, at)
			select ${id}, ${parent}, '${kind}', ${name}, i + 10, '2015-01-01', 0 from n`);
	const idOf = (part: string) => `printf('01900000-0000-7000-${part}-%012d', i)`;
	await insert('village', idOf('8000'), "(select id from units where kind = 'town')", "'第' || i || '村'");
	for (const group of ['一', '二'])
		await insert('group', idOf(group === '一' ? '9001' : '9002'), idOf('8000'), `'第' || i || '村${group}组'`);
	database.close();
}

export const visitor = () => newPage(app.address);

export async function office(): Promise<Page> {
	const page = new Page(new Session(app.address));
	await signIn(page, 'zhou');
	return page;
}

/** What a page offers in a list of units. */
export const found = (page: Page, name = 'villageId') =>
	page
		.locator(`select[name=${name}] option`)
		.all()
		.map((option) => option.textContent().trim());
