import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, pageOf } from '../visit';

test('the calendar’s address opens without signing in, until it is renewed or revoked', async () => {
	const visitor = newPage().session;
	const mei = await pageOf('mei');
	await mei.goto('/schedule/feed');
	const make = async () => {
		await mei.locator('form[action="?/make"] button').click();
		return mei.locator('.slip-stub strong').innerText();
	};
	const first = await make();
	const answer = await visitor.get(first);
	expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
	expect(answer.headers.get('cache-control')).toBe('private, no-store');
	const text = answer.text().replace(/\r\n /g, '');
	expect(text).toContain('BEGIN:VCALENDAR');
	expect(text).toContain('SUMMARY:迎宾签到 · 无偿献血、为爱挽袖');
	expect(text, '08:30 of the town, in UTC').toMatch(/DTSTART:\d{8}T003000Z/);
	for (const line of text.split('\r\n')) expect(line).not.toContain('唐示例');

	await mei.goto('/schedule/feed');
	expect(mei.locator('main'), 'it is shown once').not.toContainText(first.split('/').pop()!);
	const second = await make();
	expect((await visitor.get(first)).status).toBe(404);
	expect((await visitor.get(second)).status).toBe(200);
	await mei.goto('/schedule/feed');
	await mei.locator('summary').click();
	await mei.getByRole('button', { name: '停用这个地址' }).click();
	expect(mei.getByRole('status')).toContainText('已停用');
	expect((await visitor.get(second)).status).toBe(404);
	expect((await visitor.get('/feeds/shifts/nothing.ics')).status).toBe(404);
});
