import { afterAll, beforeAll, test } from 'vitest';
import { addDays, dateOf, yearOf } from '../../../src/lib/domain/calendar/calendar';
import { startDemo } from '../../demo';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, signIn } from '../visit';

let app: Awaited<ReturnType<typeof startDemo>>;
beforeAll(async () => {
	app = await startDemo();
}, 120_000);
afterAll(() => app.stop());

const today = dateOf(Date.now());

async function unitPage(name: string): Promise<Page> {
	const page = newPage(app.address);
	await signIn(page, 'zhou');
	await page.goto('/admin/units');
	await page.getByRole('link', { name, exact: true }).click();
	return page;
}

const textOf = async (path: string) => (await fetch(app.address + path)).text();

const villagesOf = async (year: number) => {
	const page = newPage(app.address);
	await page.goto(`/trends/villages?year=${year}`);
	return page
		.locator('figcaption')
		.all()
		.map((caption) => caption.textContent().trim());
};

test('a village is renamed from a day on, and the published years keep its name', async () => {
	const page = await unitPage('三星村');
	await page.getByRole('link', { name: '修改' }).click();
	page.fill('[name=name]', '三星新村');
	page.fill('[name=renamedOn]', addDays(today, 1));
	await page.getByRole('button', { name: '保存' }).click();
	expect(page.locator('#renamedOn-error')).toContainText('不能晚于今天');
	expect(page.locator('[name=name]')).toHaveValue('三星新村');
	page.fill('[name=renamedOn]', addDays(today, -1));
	await page.getByRole('button', { name: '保存' }).click();
	expect(page.getByRole('heading', { level: 1 })).toHaveText('三星新村');
	expect(await villagesOf(2024)).toContain('三星村（今三星新村）');
	for (const path of [
		'/trends?year=2024',
		'/trends/charts/held-by-village/data.csv?year=2024',
		'/trends/pledges?year=2024'
	])
		expect(await textOf(path), path).toContain('三星村（今三星新村）');
	const { cells } = JSON.parse(await textOf('/api/v1/trends/banquets-held?year=2024&by=village')) as {
		cells: { label: string; labelNow?: string }[];
	};
	expect(cells.find(({ label }) => label === '三星村')).toMatchObject({ labelNow: '三星新村' });
	expect(cells.filter(({ labelNow }) => labelNow)).toHaveLength(1);
});

test('two villages merge, and the pages say which and since when', async () => {
	const page = await unitPage('河沙村');
	await page.getByRole('link', { name: '与别的村合并' }).click();
	page.selectOption('[name=otherId]', { label: '中坝村' });
	page.selectOption('[name=thirdId]', { label: '中坝村' });
	page.fill('[name=name]', '桥头社区');
	await page.locator('main form button.danger').click();
	expect(page.locator('#isCertain-error')).toContainText('合并不能恢复');
	expect(page.locator('#thirdId-error')).toContainText('上面已经选了');
	page.selectOption('[name=thirdId]', '');
	page.locator('[name=isCertain]').check();
	await page.locator('main form button.danger').click();
	expect(page.locator('#name-error')).toContainText('已经有叫这个名字的单位');
	page.fill('[name=name]', '河中村');
	page.fill('[name=onDate]', addDays(today, -1));
	await page.locator('main form button.danger').click();
	expect(page.locator('#onDate-error')).toContainText('这天以后还有记录');
	expect(page.locator('main form').textContent(), 'what lies after that day').toMatch(/(宴席|活动|工作台账) \d+/);
	expect(page.locator('[name=name]')).toHaveValue('河中村');
	await page.locator('main form button.danger').click();
	expect(page.getByRole('heading', { level: 1 })).toHaveText('河中村');
	expect(page.getByRole('status')).toContainText('已合并');
	expect(page.locator('main')).toContainText('由河沙村和中坝村合并而来');
	await page.getByRole('link', { name: /^中坝村$/ }).click();
	expect(page.locator('main')).toContainText('起并入河中村');

	expect(await villagesOf(2024), 'what was published stays').toEqual(expect.arrayContaining(['河沙村', '中坝村']));
	const pledges = newPage(app.address);
	await pledges.goto('/pledge');
	const offered =
		pledges.locator('[name=villageId]').all().length + pledges.locator('[name=villageId] option').all().length;
	expect(offered).toBeGreaterThan(0);
	expect(pledges.locator('main form').textContent()).toContain('河中村');
	expect(pledges.locator('main form').textContent()).not.toContain('河沙村');
});

test('a village is split: each of its groups goes to a new one, and what was refused stays as it was typed', async () => {
	const page = await unitPage('三星新村');
	await page.getByRole('link', { name: '分成几个村' }).click();
	expect(page.locator('main')).toContainText('年中分村的，当年对外的数仍合起来写在三星新村名下');
	page.fill('[name=name1]', '东星村');
	page.fill('[name=name2]', '<b>西星村</b>');
	const choices = page.locator('main select').all();
	for (const choice of choices) page.selectOption(`[name="${choice.getAttribute('name')}"]`, { label: '第 3 个新村' });
	await page.locator('main form button.danger').click();
	expect(page.locator('#name3-error')).toContainText('请填单位名称');
	expect(page.locator('[name=name2]')).toHaveValue('<b>西星村</b>');
	expect(page.locator('[name=rest]')).toHaveValue('3');
	page.fill('[name=name3]', '东星村');
	await page.locator('main form button.danger').click();
	expect(page.locator('#name3-error')).toContainText('新村的名称不能一样');
	page.fill('[name=name3]', '');
	const second = { label: '第 2 个新村：<b>西星村</b>' };
	for (const choice of choices) page.selectOption(`[name="${choice.getAttribute('name')}"]`, second);
	await page.locator('main form button.danger').click();
	expect(page.getByRole('status')).toContainText('已分开');
	expect(page.locator('main')).toContainText('起分出<b>西星村</b>和东星村');
	await page.getByRole('link', { name: /^<b>西星村/ }).click();
	expect(page.locator('main')).toContainText('从三星新村分出来');
	expect(page.locator('main')).toContainText('小组');

	const pledges = newPage(app.address);
	await pledges.goto(`/trends/pledges?year=${yearOf(today)}`);
	expect(pledges.locator('main')).toContainText('覆盖率仍合起来写在三星新村名下');
	await pledges.goto('/trends/villages?year=2024');
	expect(pledges.locator('main').textContent()).not.toContain('分成东星村');
});
