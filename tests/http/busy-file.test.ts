import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../app';
import { startDemo } from '../demo';
import type { Answer } from './answer';
import { signInAs } from './crawl/sign-in-as';
import { Page } from './page';
import { Session } from './session';
import { fill, openForm, send } from './signups/sign-up-form';

let app: RunningApp;

beforeAll(async () => void (app = await startDemo()), 300_000);
afterAll(() => app.stop());

/** Does `work` while another process holds the lock of the database for longer than an act waits. */
async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
	const holder = fork('tests/integration/hold-lock.js', [join(app.dataDir, 'xinfeng.db'), '10000']);
	await once(holder, 'message');
	const ended = once(holder, 'exit');
	const done = await work();
	await ended;
	return done;
}

const signedIn = async (name: string) => {
	const session = new Session(app.address);
	await signInAs(session, name);
	return session;
};

/** A new account as its form is sent. */
async function newAccount(zhou: Session): Promise<Record<string, string>> {
	const form = (await zhou.get('/admin/accounts/new')).text();
	const [, id] = /name="id" value="([^"]+)"/.exec(form)!;
	const [, unitId] = /<option value="([^"]+)"[^>]*>三星村/.exec(form)!;
	return { id: id!, username: 'busy-one', name: '试名戊', role: 'volunteer', unitId: unitId! };
}

function newImport(id: string): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries({ id, ledger: 'activities', sheet: '' })) form.set(name, value);
	form.set('file', new File(['日期,内容\n2026-01-05,试\n'], 'a.csv', { type: 'text/csv' }));
	return form;
}

test('whoever writes while another process holds the database is answered in words, and what was typed stays', async () => {
	const [zhou, liu, leaving] = (await Promise.all(['zhou', 'liu', 'liu'].map(signedIn))) as [Session, Session, Session];
	const fresh = new Session(app.address);
	const account = await newAccount(zhou);
	const isBare = { follow: false };
	// As a page with scripts sends a form: the door's.
	const byScript = { accept: 'application/json', 'x-sveltekit-action': 'true' };
	const asked: Record<string, () => Promise<Answer>> = {
		signIn: () => fresh.post('/sign-in', { username: 'liu', password: 'xinfeng2024' }, isBare),
		script: () => zhou.post('/admin/accounts/new', account, { headers: byScript }),
		account: () => zhou.post('/admin/accounts/new', account, isBare),
		import: () => liu.post('/desk/imports/new', newImport(account.id!), isBare),
		signOut: () => leaving.post('/sign-out', {}, isBare),
		export: () => liu.post('/desk/exports/activities.csv', {}, isBare),
		program: () => liu.post('/desk/exports/activities.csv', {}, { headers: { accept: 'application/json' } })
	};
	const ask = async ([name, send]: [string, () => Promise<Answer>]) => [name, await send()] as const;
	const answers = Object.fromEntries(await whileHeld(() => Promise.all(Object.entries(asked).map(ask))));
	const statuses = Object.values(answers).map(({ status }) => status);
	expect(Object.fromEntries(Object.keys(asked).map((name, nth) => [name, statuses[nth]]))).toEqual(
		Object.fromEntries(Object.keys(asked).map((name) => [name, 503]))
	);
	const text = (name: string) => answers[name]!.text();
	for (const name of ['signIn', 'account', 'import']) expect(text(name), name).toContain('这会儿正忙，没有办成');
	for (const name of ['signOut', 'export']) expect(text(name), name).toContain('<h1>这会儿正忙</h1>');
	for (const value of [account.id, 'busy-one', '试名戊']) expect(text('account')).toContain(`value="${value}"`);
	expect(text('signIn')).toContain('value="liu"');
	expect(text('signIn')).not.toContain('xinfeng2024');
	expect(answers.script!.json()).toMatchObject({ type: 'failure', status: 503 });
	expect(answers.program!.json()).toMatchObject({ message: 'Database busy' });
	expect(answers.account!.headers.get('retry-after')).toBe('5');

	expect((await asked.account!()).text(), 'the same form goes through later').toContain('busy-one');
	expect((await zhou.get('/admin/accounts')).text()).toContain('busy-one');
	expect((await leaving.get('/desk')).url, 'nobody was signed out by halves').toMatch(/\/desk$/);
});

test('a sign-up sent meanwhile is answered in words, keeps what was typed, and goes through when it is sent again', async () => {
	const villager = new Page(new Session(app.address));
	await openForm(villager);
	fill(villager, '138 0000 4471');
	const id = villager.locator('input[name="id"]').getAttribute('value');
	await whileHeld(() => send(villager));
	expect(villager.content()).toContain('这会儿正忙，没有办成');
	expect(villager.getByLabel('电话').inputValue()).toBe('138 0000 4471');
	expect(villager.locator('input[name="id"]').getAttribute('value'), 'it is the same sign-up').toBe(id);
	await send(villager);
	expect(villager.url()).toContain(`/slip/${id}`);
	expect(villager.locator('.slip').count()).toBe(1);
});
