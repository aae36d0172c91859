import { test } from 'vitest';
import { expect } from '../expect';
import { newPage } from '../visit';
import { openCheck, say } from './open-check';

test('what a villager answered is kept by no cache, and its page ships no script', async () => {
	const page = newPage();
	await openCheck(page);
	say(page);
	const answer = await page.getByRole('button', { name: '看看能不能献' }).download();
	expect(answer.headers.get('cache-control')).toContain('no-store');
	expect(answer.text()).not.toContain('<script');
});
