import { test } from 'vitest';
import { expect } from '../expect';
import { inDays } from '../acts';
import { pageOf } from '../visit';
import { draftTalk, morning } from './village-talk';

test('an event repeats on the dates that were shown, and one or all that follow are cancelled', async () => {
	const page = await pageOf('liu');
	const { path } = await draftTalk(page, morning);
	await page.getByRole('link', { name: '重复举办' }).click();
	page.getByLabel('再办几场').fill('0');
	await page.getByRole('button', { name: '看看是哪些日子' }).click();
	expect(page.locator('#times-error')).toBeVisible();
	page.getByLabel('再办几场').fill('3');
	await page.getByRole('button', { name: '看看是哪些日子' }).click();
	expect(page.locator('main ol li')).toHaveCount(3);
	expect(page.locator('main ol li').first()).toContainText('农历');
	await page.getByRole('button', { name: '建这 3 场' }).click();
	expect(page.locator('.facts')).toContainText('后面还有 3 场');
	await page.getByRole('button', { name: '连同后面的 3 场草稿一起发布' }).click();
	expect(page.getByRole('status')).toContainText('已发布');
	await page.locator('h2', { hasText: '后面的' }).locator('+ ul').locator('a').nth(1).click();
	expect(page.getByRole('status')).toContainText('已发布');
	await page.getByRole('link', { name: '取消活动' }).click();
	page.getByLabel('取消原因').fill('过年不办');
	page.getByLabel('这一场和后面的 1 场').check();
	await page.getByRole('button', { name: '确定取消' }).click();
	expect(page.getByRole('alert')).toContainText('过年不办');
	await page.goto(`${path}/kit`);
	expect(page.getByLabel('广播稿')).toHaveValue(/请大家来参加/);
	await page.goto(path);
	expect(page.locator('.facts')).toContainText('后面还有 1 场');
});

test('a copy is a draft on a new date', async () => {
	const page = await pageOf('liu');
	const { path } = await draftTalk(page, morning);
	await page.getByRole('link', { name: '复制一份' }).click();
	await page.getByRole('button', { name: '存为草稿' }).click();
	expect(page.locator('#on-error')).toBeVisible();
	page.getByLabel('新的日期').fill(inDays(60));
	await page.getByRole('button', { name: '存为草稿' }).click();
	expect(page).not.toHaveURL(new RegExp(path));
	expect(page.locator('.ledger')).toContainText(`${inDays(60)} 09:30—11:00`);
	expect(page.getByRole('status')).toContainText('还是草稿');
});
