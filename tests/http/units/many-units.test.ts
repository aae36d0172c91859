import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { startDemo } from '../../demo';
import { expect } from '../expect';
import { Page } from '../page';
import { Session } from '../session';
import { openForm } from '../signups/sign-up-form';
import { newPage, newPhone, signIn } from '../visit';

let app: Awaited<ReturnType<typeof startDemo>>;

/** The demo town with three hundred and ninety-six villages more, of two groups each. */
beforeAll(async () => {
	app = await startDemo();
	const database = createClient({ url: `file:${join(app.dataDir, 'xinfeng.db')}`, timeout: 20_000 });
	const insert = (kind: string, id: string, parent: string, name: string) =>
		database.execute(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 396)
			insert into units (id, parent_id, kind, name, position, valid_from_on, at)
			select ${id}, ${parent}, '${kind}', ${name}, i + 10, '2015-01-01', 0 from n`);
	const idOf = (part: string) => `printf('01900000-0000-7000-${part}-%012d', i)`;
	await insert('village', idOf('8000'), "(select id from units where kind = 'town')", "'第' || i || '村'");
	for (const group of ['一', '二'])
		await insert('group', idOf(group === '一' ? '9001' : '9002'), idOf('8000'), `'第' || i || '村${group}组'`);
	database.close();
	// The app keeps for two seconds which units a form offers first; another process has just added some.
	await sleep(2_100);
}, 120_000);
afterAll(() => app.stop());

const visitor = () => newPage(app.address);
const found = (page: Page, name = 'villageId') =>
	page
		.locator(`select[name=${name}] option`)
		.all()
		.map((option) => option.textContent().trim());

async function office(): Promise<Page> {
	const page = new Page(new Session(app.address));
	await signIn(page, 'zhou');
	return page;
}

describe('a villager of a town with hundreds of villages', () => {
	test('looks for their own by its name, and loses nothing of what they typed', async () => {
		const page = visitor();
		await openForm(page);
		expect(found(page), 'not every village').toEqual(['请选择', '外乡镇']);
		const phone = newPhone();
		page.getByLabel('姓名').fill('试查村');
		page.getByLabel('电话').fill(phone);
		page.getByLabel('2 位').check();
		page.getByLabel('写名称查找').fill('第17村');
		await page.getByRole('button', { name: '查找' }).click();
		expect(page).toHaveURL(/sign-up\?slot=.*#villageId$/);
		expect(page.getByLabel('姓名')).toHaveValue('试查村');
		expect(page.getByLabel('电话')).toHaveValue(phone);
		expect(page.getByLabel('2 位')).toBeChecked();
		expect(page.locator('select[name=villageId] option[selected]')).toContainText('第17村');
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('.slip')).toBeVisible();
	});

	test('chooses among several that have such a name; a name that was not looked for yet is looked for first', async () => {
		const page = visitor();
		await openForm(page);
		page.getByLabel('姓名').fill('试选村');
		page.getByLabel('电话').fill(newPhone());
		page.getByLabel('写名称查找').fill('39');
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('#villageId-error')).toContainText('请在查到的里面选一个');
		expect(page.getByLabel('姓名')).toHaveValue('试选村');
		expect(found(page)).toContain('第139村');
		page.getByLabel('写名称查找').fill('星村');
		await page.getByRole('button', { name: '查找' }).click();
		expect(found(page)).toEqual(['请选择', '三星村', '外乡镇']);
		page.getByLabel('写名称查找').fill('39');
		await page.getByRole('button', { name: '查找' }).click();
		expect(found(page)).toContain('第390村');
		page.selectOption('select[name=villageId]', { label: '第390村' });
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('.slip')).toBeVisible();
	});

	test('by a name that finds exactly one, has chosen it; what else is wrong is said at once', async () => {
		const page = visitor();
		await openForm(page);
		page.getByLabel('写名称查找').fill('第１８村');
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('#villageId-error')).toHaveCount(0);
		expect(page.getByRole('alert')).toContainText('姓名');
		expect(page.locator('select[name=villageId] option[selected]')).toContainText('第18村');
		page.getByLabel('写名称查找').fill('没有这个村');
		page.getByLabel('姓名').fill('试一次');
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('#villageId-error')).toContainText('请在查到的里面选一个');
		expect(page.locator('#phone-error'), 'all faults in one round').toHaveCount(1);
		page.getByLabel('电话').fill(newPhone());
		page.getByLabel('写名称查找').fill('第19村');
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('.slip')).toBeVisible();
	});

	test('who looked for their village is not led back to it: a refused form opens at its summary, and a slip at its top', async () => {
		const page = visitor();
		await openForm(page);
		page.getByLabel('写名称查找').fill('第20村');
		await page.getByRole('button', { name: '查找' }).click();
		expect(page).toHaveURL(/#villageId$/);
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page).not.toHaveURL(/#/);
		expect(page.getByRole('alert').getAttribute('autofocus')).not.toBeNull();
		page.getByLabel('姓名').fill('试不带');
		page.getByLabel('电话').fill(newPhone());
		await page.getByRole('button', { name: '查找' }).click();
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('.slip')).toBeVisible();
		expect(page).not.toHaveURL(/#/);
	});

	test('from elsewhere says so without looking for anything', async () => {
		const page = visitor();
		await openForm(page);
		page.getByLabel('姓名').fill('试外镇');
		page.getByLabel('电话').fill(newPhone());
		page.selectOption('select[name=villageId]', { label: '外乡镇' });
		await page.getByRole('button', { name: '确认报名' }).click();
		expect(page.locator('.slip')).toBeVisible();
	});

	test('declares a banquet for their group, under the rule of their village', async () => {
		const page = visitor();
		await page.goto('/declare');
		page.getByLabel('写名称查找').fill('三星村');
		await page.getByRole('button', { name: '查找' }).click();
		expect(page.locator('optgroup')).toHaveAttribute('label', '三星村');
		expect(found(page, 'unitId')).toContain('三星村二组');
		expect(page.locator('details').first()).toContainText('三星村');
		expect(page.locator('details').first()).not.toContainText('河沙村');
	});
});

describe('the office of such a town', () => {
	test('narrows a list to a village, and then to a group', async () => {
		const page = await office();
		await page.goto('/desk/banquets');
		page.getByLabel('写名称查找').fill('三星村');
		await page.getByRole('button', { name: '查找' }).click();
		page.selectOption('select[name=unit]', { label: '三星村二组' });
		await page.getByRole('button', { name: '查看' }).click();
		expect(page).toHaveURL(/unit=[0-9a-f-]{36}/);
		expect(page.locator('.rows li').count()).toBeGreaterThan(0);
		expect(page.locator('.rows').innerText()).not.toMatch(/河沙村|三星村一组/);
		expect(page.locator('select[name=unit] option[selected]')).toContainText('三星村二组');
	});

	const lists = [
		'/desk/banquets',
		'/desk/activities',
		'/desk/pledges',
		'/desk/elders',
		'/desk/tasks?state=all',
		'/desk/banquets/calendar',
		'/desk/exports',
		'/desk/activities/zeros',
		'/desk/targets'
	];

	test('sees a list of the one village that a name finds, and of none while it finds several or none', async () => {
		const page = await office();
		for (const path of lists) {
			await page.goto(path);
			page.getByLabel('写名称查找').first().fill('三星村');
			await page.getByRole('button', { name: '查找' }).first().click();
			expect(page.locator('.finder option[selected]'), path).toHaveText('三星村');
			expect(page.locator('main'), path).not.toContainText('对得上的不止一个');
			await page.goto(path);
			page.getByLabel('写名称查找').first().fill('村');
			await page.getByRole('button', { name: '查找' }).first().click();
			expect(page.locator('.empty'), path).toContainText('请在查到的里面选一个');
			expect(page.locator('.finder'), path).toContainText('查到的不止 60 个');
			page.getByLabel('写名称查找').first().fill('没有这个村');
			await page.getByRole('button', { name: '查找' }).first().click();
			expect(page.locator('.empty'), path).toContainText('没有查到“没有这个村”');
		}
		await page.goto('/desk/banquets');
		page.getByLabel('写名称查找').fill('三星 二组');
		await page.getByRole('button', { name: '查找' }).click();
		expect(page.locator('.finder option[selected]')).toHaveText('三星村二组');
		expect(page.locator('.rows').innerText()).not.toMatch(/河沙村|三星村一组/);
		await page.goto('/desk/activities?unit-find=三星村');
		const print = page.locator('a[href*="/activities/print"]').getAttribute('href')!;
		expect(new URLSearchParams(print.split('?')[1]).get('unit'), 'what is printed is what is shown').toMatch(/.{36}/);
	});

	test('leafs through the columns of targets without losing its place, also when it saves', async () => {
		const page = await office();
		await page.goto('/desk/targets');
		const [next] = page.locator('.pager a[rel=next]').all().slice(-1);
		expect(next!.getAttribute('href')).toMatch(/villages=2#columns$/);
		await next!.click();
		await page.getByRole('link', { name: '定目标' }).first().click();
		expect(page).toHaveURL(/targets\/set\?year=\d+&villages=2/);
		await page.getByRole('button', { name: '保存目标' }).click();
		expect(page).toHaveURL(/targets\?year=\d+&villages=2&saved=0/);
		expect(page.locator('.pager a[rel=next]').all().at(-1)!.getAttribute('href')).toMatch(/^\?(?!.*saved).*villages=3/);
	});

	test('corrects a record whose unit is chosen already', async () => {
		const page = await office();
		await page.goto('/desk/banquets');
		await page.locator('.rows a').first().click();
		await page.goto(`${page.url()}/correct`);
		expect(page.locator('select[name=unitId] option[selected]')).toHaveCount(1);
	});

	test('writes the villages of a paper list by their names', async () => {
		const page = await office();
		await page.goto('/desk/events');
		await page.getByRole('rowheader').first().locator('a').click();
		await page.goto(`${page.url().split('?')[0]!}/paper`);
		page.locator('[name="rows.0.name"]').fill('试纸单');
		page.locator('[name="rows.0.phone"]').fill(newPhone());
		page.locator('[name="rows.0.villageId"]').fill('第21村');
		page.locator('[name="rows.1.name"]').fill('试纸二');
		page.locator('[name="rows.1.villageId"]').fill('没有村');
		await page.getByRole('button', { name: '检查' }).first().click();
		expect(page.locator('[name="rows.0.villageId"]')).toHaveValue('第21村');
		expect(page.locator('[name="rows.1.villageId"]')).toHaveValue('没有村');
	});

	const pages = [
		'/desk/banquets',
		'/desk/banquets/new',
		'/desk/banquets/rules',
		'/desk/banquets/calendar',
		'/desk/activities',
		'/desk/cases/new',
		'/desk/activities/new',
		'/desk/activities/zeros',
		'/desk/dissuasions',
		'/desk/pledges',
		'/desk/pledges/new',
		'/desk/exports',
		'/desk/tasks',
		'/desk/tasks/new',
		'/desk/targets',
		'/desk/targets/set',
		'/desk/birthdays/series',
		'/desk/birthdays/supposition',
		'/desk/elders',
		'/desk/elders/new',
		'/desk/events/new',
		'/desk/lectures',
		'/admin/accounts/new',
		'/pledge',
		'/declare'
	];

	test('no page of it lists all villages: each has at most 60 KB', { timeout: 60_000 }, async () => {
		const page = await office();
		await page.goto('/admin/units');
		expect(Buffer.byteLength(page.content())).toBeLessThan(60 * 1024);
		for (const path of pages) {
			expect((await page.goto(path)).status, path).toBe(200);
			expect(Buffer.byteLength(page.content()), path).toBeLessThan(60 * 1024);
		}
	});
});
