import { expect, test, type Page } from '@playwright/test';

async function signIn(page: Page, username: 'qiao' | 'mei' | 'he') {
	await page.goto('/sign-in');
	await page.fill('[name=username]', username);
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await expect(page.locator('.staff')).toContainText(username);
}

test('without a channel the app says so, and a volunteer does the work from the call list', async ({ page }) => {
	await signIn(page, 'mei');
	await page.goto('/schedule');
	await page.getByRole('link', { name: '电话名单' }).click();
	await expect(page.locator('main')).toContainText('没有设短信和邮件，通知都进电话名单，由志愿者打。');
	const calls = page.locator('.calls > li');
	const before = await calls.count();
	const cancelled = calls.filter({ hasText: '微宣讲：人情账怎么算' }).first();
	await expect(cancelled).toContainText('宣讲员身体不适，改期再办');
	await expect(cancelled.locator('a[href^="tel:"]')).toHaveCount(1);
	await cancelled.getByRole('button', { name: '通知到了' }).click();
	await expect(page.getByRole('status')).toContainText('记下了');
	await expect(calls).toHaveCount(before - 1);
	await page.getByRole('button', { name: '改回来' }).click();
	await expect(page.getByRole('status')).toContainText('改回来了');
	await expect(calls).toHaveCount(before);
});

test('a call that nobody answered stays, with the hour of the next one', async ({ page }) => {
	await signIn(page, 'qiao');
	await page.goto('/desk/calls');
	await page.locator('.calls > li').last().getByRole('button', { name: '没打通' }).click();
	await expect(page.locator('.calls > li').last()).toContainText(/没打通，\d\d:\d\d以后再打/);
	await page.goto('/desk/messages');
	await expect(page.locator('main')).toContainText('没有设短信和邮件');
	await expect(page.locator('main table')).toContainText('微宣讲：人情账怎么算');
	await page.goto('/desk/messages?state=in-doubt');
	await expect(page.locator('main')).toContainText('没有这样的通知');
});

test('a cadre of another village sees none of it', async ({ page }) => {
	await signIn(page, 'he');
	await page.goto('/desk/calls');
	await expect(page.locator('main')).toContainText('眼下没有要打的电话');
});
