import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, newPhone } from '../visit';
import { fill, openForm, send, signUp, elder } from './sign-up-form';

test('going back and sending the form again with another number of people changes nothing, and says so', async () => {
	const page = newPage();
	await openForm(page);
	const form = page.url();
	fill(page, newPhone(), { ...elder, people: 2 });
	const sent = page.getByRole('button', { name: '确认报名' }).fields();
	await send(page);
	expect(page.locator('.slip')).toContainText('2 位');
	const slip = page.url();
	const again = await page.session.post(form, { ...sent, partySize: '5' });
	expect(again.status).toBe(409);
	expect(again.text()).toContain('刚才已经报上了');
	await page.goto(slip);
	expect(page.locator('.slip')).toContainText('2 位');
});

test('two tabs with the same telephone make one sign-up', async () => {
	const page = newPage();
	const phone = newPhone();
	const other = page.tab();
	for (const tab of [page, other]) {
		await openForm(tab);
		fill(tab, phone, elder);
	}
	await send(page);
	expect(page.locator('.stamp')).toHaveText('已确认');
	await send(other);
	expect(other.getByRole('alert')).toContainText('已经报过');
});

test('the same phone for the same time is told so and is not doubled', async () => {
	const page = newPage();
	const phone = newPhone();
	await signUp(page, phone);
	await openForm(page);
	fill(page, phone);
	await page.getByRole('button', { name: '确认报名' }).click();
	expect(page.getByRole('alert')).toContainText('已经报过');
});

test('a double tap on the button lands once', async () => {
	const page = newPage();
	await openForm(page);
	fill(page, newPhone());
	const form = page.getByRole('button', { name: '确认报名' }).fields();
	const post = () => page.session.post(page.url(), form, { follow: false });
	const [first, second] = await Promise.all([post(), post()]);
	expect([first.status, second.status]).toEqual([303, 303]);
	expect(first.headers.get('location')).toBe(second.headers.get('location'));
});
