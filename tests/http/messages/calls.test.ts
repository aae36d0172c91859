import { test } from 'vitest';
import { expect } from '../expect';
import { pageOf } from '../visit';

test('without a channel the app says so, and a volunteer does the work from the call list', async () => {
	const page = await pageOf('mei');
	await page.goto('/schedule');
	await page.getByRole('link', { name: '电话名单' }).click();
	expect(page.locator('main')).toContainText('没有设短信和邮件，通知都进电话名单，由志愿者打。');
	const calls = page.locator('.calls > li');
	const before = calls.count();
	const cancelled = calls.filter({ hasText: '微宣讲：人情账怎么算' }).first();
	expect(cancelled).toContainText('宣讲员身体不适，改期再办');
	expect(cancelled.locator('a[href^="tel:"]')).toHaveCount(1);
	await cancelled.getByRole('button', { name: '通知到了' }).click();
	expect(page.getByRole('status')).toContainText('记下了');
	expect(calls).toHaveCount(before - 1);
	await page.getByRole('button', { name: '改回来' }).click();
	expect(page.getByRole('status')).toContainText('改回来了');
	expect(calls).toHaveCount(before);
});

test('a call that was not answered stays, with the hour of the next one', async () => {
	const page = await pageOf('qiao');
	await page.goto('/desk/calls');
	await page.locator('.calls > li').last().getByRole('button', { name: '没打通' }).click();
	expect(page.locator('.calls > li').last()).toContainText(/没打通，\d\d:\d\d以后再打/);
	await page.goto('/desk/messages');
	expect(page.locator('main')).toContainText('没有设短信和邮件');
	expect(page.locator('main table')).toContainText('微宣讲：人情账怎么算');
	await page.goto('/desk/messages?state=in-doubt');
	expect(page.locator('main')).toContainText('没有这样的通知');
});

test('a cadre of another village sees none of it', async () => {
	const page = await pageOf('he');
	await page.goto('/desk/calls');
	expect(page.locator('main')).toContainText('眼下没有要打的电话');
});
