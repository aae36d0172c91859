import { describe, test } from 'vitest';
import { newTitle, publishEvent } from '../acts';
import { expect } from '../expect';
import { newPhone } from '../visit';
import { office, startLargeTown } from './large-town';

startLargeTown();

/** 第30村. */
const village = '01900000-0000-7000-8000-000000000030';

describe('the office of a town with hundreds of villages', () => {
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

	test('sets one target for all villages, and another for some, in one sending; wrong lines are shown', async () => {
		const page = await office();
		await page.goto('/desk/targets/set');
		await page.getByRole('link', { name: '多个村一起定' }).click();
		page.selectOption('[name=figure]', { label: '村民大会' });
		page.fill('[name=each]', '4');
		page.fill('[name=lines]', '第21村\t12\n没有村\t3');
		await page.getByRole('button', { name: '保存目标' }).click();
		expect(page.locator('main')).toContainText('有 1 行看不懂');
		expect(page.locator('main .notice li').first()).toContainText('没有村');
		page.fill('[name=lines]', '第21村\t12');
		await page.getByRole('button', { name: '保存目标' }).click();
		expect(page.getByRole('status')).toContainText('改了 400 格');
		expect(Buffer.byteLength(page.content())).toBeLessThan(60 * 1024);
	});

	test('finds the village that another merges with by its name', async () => {
		const page = await office();
		await page.goto(`/admin/units/${village}/merge`);
		page.fill('[name=otherId-find]', '第21村');
		await page.locator('button[name=find][value=otherId]').click();
		expect(page.locator('select[name=otherId] option[selected]')).toHaveText(/第21村/);
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
		await page.goto(`${await publishEvent(page, { title: newTitle('几百个村的会') })}/paper`);
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
		'/desk/targets/set/villages',
		`/admin/units/${village}/merge`,
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
