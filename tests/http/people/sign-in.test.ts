import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { demoPassword, newPage, signIn } from '../visit';

/** Fills in the form that is open. */
async function enter(page: Page, username: string): Promise<void> {
	page.fill('[name=username]', username);
	page.fill('[name=password]', demoPassword);
	await page.getByRole('button', { name: '登录' }).click();
}

test('a page that needs an account asks to sign in, and then opens', async () => {
	const page = newPage();
	await page.goto('/desk/banquets?year=2024');
	expect(page).toHaveURL(/\/sign-in\?next=/);
	await enter(page, 'liu');
	expect(page).toHaveURL(/\/desk\/banquets\?year=2024$/);
});

test('a wrong password is answered in words that tell nothing, and the name stays typed', async () => {
	const page = newPage();
	await signIn(page, 'nobody-at-all', 'wrong');
	expect(page.getByRole('alert')).toContainText('用户名或密码不对');
	expect(page.getByLabel('用户名')).toHaveValue('nobody-at-all');
	expect(page.getByLabel('密码')).toHaveValue('');
});

test('five wrong passwords lock the name', async () => {
	const page = newPage();
	const username = `locked${Date.now()}`;
	for (let i = 0; i < 5; i++) await signIn(page, username, `wrong${i}`);
	expect(page.getByRole('alert')).toContainText('用户名或密码不对');
	await signIn(page, username, 'wrong');
	expect(page.getByRole('alert')).toContainText('锁定');
});

test('a link cannot send a reader on to another site after signing in', async () => {
	const page = newPage();
	await page.goto('/sign-in?next=/..//evil.example/');
	await enter(page, 'mei');
	expect(page).toHaveURL(/\/schedule$/);
});

test('a volunteer is refused the desk, and a cadre the administration, with a page in words', async () => {
	const page = newPage();
	await signIn(page, 'mei');
	const answer = await page.goto('/desk');
	expect(answer.status).toBe(403);
	expect(page.getByRole('heading', { level: 1 })).toHaveText('这一页不归您的账号看');
	expect((await page.goto('/admin')).status).toBe(403);
});
