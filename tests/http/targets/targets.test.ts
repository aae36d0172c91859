import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { pageOf } from '../visit';
import { dateOf, yearOf } from '../../../src/lib/domain/calendar/calendar';

const thisYear = yearOf(dateOf(Date.now()));
const cell = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const status = async (page: Page, path: string) => (await page.goto(path)).status;

test('the sheet of a year is saved whole, or not at all', async () => {
	const page = await pageOf('zhou');
	const year = thisYear + 1;
	await page.goto(`/desk/targets/set?year=${year}`);
	const typed = [
		['太平场镇', '42'],
		['三星村', '11'],
		['河沙村', '十来个'],
		['中坝村', '10']
	] as const;
	for (const [unit, value] of typed) cell(page, `健康讲座，${unit}`).fill(value);
	await page.getByRole('button', { name: '保存目标' }).click();
	expect(page.getByRole('alert')).toContainText('健康讲座，河沙村：这里要填数字');
	expect(cell(page, '健康讲座，河沙村')).toHaveAttribute('aria-invalid', 'true');
	expect(cell(page, '健康讲座，河沙村')).toHaveValue('十来个');
	expect(cell(page, '健康讲座，太平场镇')).toHaveValue('42');
	const other = await pageOf('wu');
	await other.goto(`/desk/targets?year=${year}`);
	expect(other.locator('.empty')).toContainText('还没有定目标');

	cell(page, '健康讲座，河沙村').fill('１１');
	await page.getByRole('button', { name: '保存目标' }).click();
	expect(page.getByRole('status')).toContainText('改了 4 格');
	expect(page.locator('main')).toContainText('下面合计 32，比太平场镇的目标少 10');
	expect(page.locator('main')).toContainText('还没有开始');

	// Wu opened the sheet before Zhou saved again: nothing of Zhou's is written over.
	await other.goto(`/desk/targets/set?year=${year}`);
	await page.goto(`/desk/targets/set?year=${year}`);
	cell(page, '健康讲座，桥头社区').fill('10');
	await page.getByRole('button', { name: '保存目标' }).click();
	expect(page.locator('main')).not.toContainText('下面合计');
	cell(other, '健康讲座，桥头社区').fill('99');
	await other.getByRole('button', { name: '保存目标' }).click();
	expect(other.getByRole('alert')).toContainText('刚刚有别人改过目标');

	await page.goto(`/desk/targets/set?year=${year}`);
	await page.getByRole('link', { name: `照${thisYear}年的填` }).click();
	expect(page.getByRole('status')).toContainText('还没有保存');
	expect(cell(page, '健康讲座，太平场镇'), 'what is set stays').toHaveValue('42');
	expect(cell(page, '村民大会，三星村')).toHaveValue('9');
});

test('a village that is behind gets a task, sees it first on its desk, and its own record fulfils it', async () => {
	const zhou = await pageOf('zhou');
	await zhou.goto(`/desk/targets/set?year=${thisYear}`);
	// So many that it is behind on any day of the year.
	cell(zhou, '清明祭英烈，三星村').fill('3660');
	await zhou.getByRole('button', { name: '保存目标' }).click();
	const row = zhou.getByRole('row').filter({ hasText: '清明祭英烈' }).filter({ hasText: '三星村' });
	const missing = /差 ([\d,]+)/.exec(row.innerText())![1]!.replace(',', '');
	await row.getByRole('link', { name: '派任务' }).click();
	expect(zhou.locator('[name=quantity]')).toHaveValue(missing);
	expect(zhou.locator('[name=unitId] option[selected]')).toHaveText('三星村');
	expect(zhou.locator('[name=figure] option[selected]')).toHaveText('清明祭英烈');
	zhou.fill('[name=quantity]', '0');
	await zhou.getByRole('button', { name: '派下去' }).click();
	expect(zhou.getByRole('alert')).toContainText('至少填 1');
	zhou.fill('[name=quantity]', '1');
	await zhou.getByRole('button', { name: '派下去' }).click();
	expect(zhou.getByRole('status')).toContainText('派好了');
	const path = new URL(zhou.url()).pathname;

	const liu = await pageOf('liu');
	await liu.goto('/desk');
	const tasks = liu.locator('h2', { hasText: '镇里派的任务' }).locator('+ ul');
	await tasks.getByRole('link', { name: '清明祭英烈 1 场次' }).click();
	expect(liu).toHaveURL(path);
	liu.getByLabel('说一句').fill('周五去烈士陵园');
	await liu.getByRole('button', { name: '发出' }).click();
	expect(liu.locator('main')).toContainText('周五去烈士陵园');
	expect(liu.getByText('撤回这个任务')).toHaveCount(0);
	await liu.getByRole('link', { name: '去记台账' }).click();
	expect(liu.locator('[name=kind] option[selected]')).toHaveText('清明祭英烈');
	liu.getByLabel('事项').fill('三星村清明祭英烈');
	liu.getByLabel('数量').fill('1');
	liu.getByLabel('责任人').fill('试责任');
	await liu.getByRole('button', { name: '记入台账' }).click();

	await zhou.goto(path);
	expect(zhou.locator('.head .tag')).toHaveText('完成');
	expect(zhou.locator('.facts')).toContainText('1 / 1 场次');
	expect(zhou.locator('main')).toContainText('周五去烈士陵园');
	await zhou.getByRole('link', { name: '三星村清明祭英烈' }).click();
	expect(zhou).toHaveURL(/\/desk\/activities\//);
	await liu.goto('/desk');
	expect(liu.getByRole('link', { name: '清明祭英烈 1 场次' })).toHaveCount(0);
	await liu.goto('/desk/tasks?state=done');
	expect(liu.getByRole('link', { name: '清明祭英烈 1 场次' })).toBeVisible();
});

test('the town asks, a village answers for its own, and strangers stay outside', async () => {
	const [wu, liu, he] = [await pageOf('wu'), await pageOf('liu'), await pageOf('he')];
	await wu.goto('/desk/tasks?state=all');
	const ofSanxing = wu.locator('.rows > li').filter({ hasText: '三星村' }).first().locator('a');
	const path = ofSanxing.getAttribute('href')!;
	expect(await status(liu, path)).toBe(200);
	expect(await status(he, path)).toBe(403);
	expect(await status(he, '/desk/tasks/00000000-0000-7000-8000-000000000000')).toBe(404);
	for (const forbidden of ['/desk/targets/set', '/desk/tasks/new']) {
		expect(await status(liu, forbidden)).toBe(403);
		expect(await status(wu, forbidden)).toBe(200);
	}
	await liu.goto('/desk/targets');
	expect(liu.locator('main')).not.toContainText('河沙村');
	await liu.locator('table.cards a').first().click();
	expect(liu.locator('dl.facts')).toContainText('三星村');
	await wu.goto('/desk/targets?year=2024');
	expect(wu.getByRole('row').filter({ hasText: '健康讲座' }).last()).toContainText('42 / 42');
	await wu.getByRole('row').filter({ hasText: '健康讲座' }).last().locator('a').nth(1).click();
	expect(wu.locator('dl.facts')).toContainText('三星村');
	expect(wu.locator('dl.facts')).toContainText('11');
});
