import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, pageOf } from '../visit';
import { newDoorEvent } from './door-event';

test('only the door may run the scanner and use the camera', async () => {
	const page = await pageOf('wu');
	const event = await newDoorEvent(page);
	const headersOf = async (path: string) => (await page.session.get(path)).headers;
	const door = await headersOf(`/door/${event}`);
	expect(door.get('content-security-policy')).toContain("'wasm-unsafe-eval'");
	expect(door.get('content-security-policy')).not.toContain("'unsafe-inline'");
	expect(door.get('permissions-policy')).toContain('camera=(self)');
	for (const path of ['/', `/events/${event}`, '/slip', '/door', '/schedule', '/desk', `/desk/events/${event}`]) {
		const other = await headersOf(path);
		expect(other.get('content-security-policy'), path).not.toMatch(/wasm|unsafe/);
		expect(other.get('permissions-policy'), path).toContain('camera=()');
		expect((await page.session.get(path)).text(), path).not.toContain('<script');
	}
});

test('the door is for those who are signed in', async () => {
	const page = newPage();
	await page.goto('/door');
	expect(page).toHaveURL(/\/sign-in/);
});
