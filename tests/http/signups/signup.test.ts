import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, newPhone } from '../visit';
import { budget, weigh } from '../weigh';
import { fill, openForm, openFullForm, signUp } from './sign-up-form';

test('a villager signs up in one page and gets a slip with a code', async () => {
	const page = newPage();
	const { code } = await signUp(page, newPhone('136'));
	expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
	expect(page.locator('.stamp')).toHaveText('已确认');
	expect(page.locator('.slip')).toContainText('试*乙');
	expect(page.locator('.slip'), 'the phone is masked').toContainText(/136\*{4}\d{4}/);
});

test('wrong input is answered on the field, keeps what was typed and writes nothing', async () => {
	const page = newPage();
	await openForm(page);
	page.getByLabel('姓名').fill('试名乙');
	page.getByLabel('电话').fill('12345');
	await page.getByRole('button', { name: '确认报名' }).click();
	expect(page.locator('#phone-error')).toContainText('电话号码好像不对');
	expect(page.locator('#villageId-error')).toContainText('哪个村');
	expect(page.getByLabel('姓名')).toHaveValue('试名乙');
	expect(page.getByLabel('电话')).toHaveValue('12345');
});

test('a full time puts the party on the waitlist and says at which position', async () => {
	const page = newPage();
	await openFullForm(page);
	fill(page, newPhone());
	await page.getByRole('button', { name: '排进候补' }).click();
	expect(page.locator('.stamp')).toHaveText('候补');
	expect(page.locator('.slip')).toContainText(/候补第 \d+ 位/);
});

test('a cancelled event says so with its reason and takes no sign-up', async () => {
	const page = newPage();
	await page.goto('/events?kind=lecture');
	await page.getByRole('link', { name: /人情账怎么算/ }).click();
	expect(page.getByRole('alert')).toContainText('宣讲员身体不适');
	expect(page.locator('a[href*="sign-up"]')).toHaveCount(0);
});

test('drafts, unknown and malformed addresses are pages that do not exist', async () => {
	const page = newPage();
	for (const path of ['/events/00000000-0000-7000-8000-000000000000', '/events/nonsense', '/slip/..%2f', '/nothing']) {
		expect((await page.goto(path)).status, path).toBe(404);
	}
	await page.goto('/events?kind=lecture');
	expect(page.getByText('乡村里的新风'), 'a draft is not announced').toHaveCount(0);
});

for (const path of ['/', '/events', '/slip', '/pledge', '/trends', '/trends/figures', '/privacy']) {
	test(`${path} ships no script and fits in 14 KB`, async () => {
		const page = newPage();
		await page.goto(path);
		expect(page.locator('script').count()).toBe(0);
		expect(await weigh(page)).toBeLessThanOrEqual(budget);
	});
}
