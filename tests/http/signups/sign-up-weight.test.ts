import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, newPhone } from '../visit';
import { budget, weigh } from '../weigh';
import { fill, openForm, send, elder } from './sign-up-form';

test('event, form and slip ship no script and fit in 14 KB each', async () => {
	const page = newPage();
	await openForm(page);
	const form = page.url();
	fill(page, newPhone(), elder);
	await send(page);
	for (const path of [page.url(), form, form.replace(/\/sign-up.*/, '')]) {
		await page.goto(path);
		expect(page.locator('script')).toHaveCount(0);
		expect(await weigh(page), path).toBeLessThanOrEqual(budget);
	}
});
