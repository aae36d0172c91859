import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, newPhone } from '../visit';
import { fill, openForm, send, elder } from './sign-up-form';

test('the address in the QR code opens the slip on a phone that knows nothing; a changed one opens nothing', async () => {
	const page = newPage();
	const visitor = newPage().session;
	await openForm(page);
	fill(page, newPhone(), elder);
	await send(page);
	expect(page.locator('.slip svg.qr')).toBeVisible();
	const token = page.getByRole('link', { name: '凭条链接' }).getAttribute('href');

	const other = newPage();
	await other.goto(new URL(token!, page.url()).href);
	expect(other).toHaveURL(page.url());
	expect(other.locator('.stamp')).toHaveText('已确认');
	const last = token!.at(-1) === 'A' ? 'B' : 'A';
	expect((await visitor.get(`${token!.slice(0, -1)}${last}`)).status).toBe(404);
	expect((await visitor.get('/s/nonsense')).status).toBe(404);
});
