import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, signIn } from '../visit';

test('the big screen is a plain page without scripts, for staff alone', async () => {
	const page = newPage();
	await page.goto('/desk/screen');
	expect(page).toHaveURL(/sign-in/);
	expect((await page.session.get('/desk/screen/latest', { follow: false })).status).toBe(303);
	await signIn(page, 'wu');
	await page.goto('/desk/screen');
	expect(page.locator('.fall')).toContainText(/161\s*→\s*146/);
});
