import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, pageOf } from '../visit';

let nth = 0;

/** A published event of the town, `days` from now, with shifts of one volunteer each; out: their duties. */
async function newShifts(page: Page, days: number, spans: [string, string][]): Promise<string[]> {
	await page.goto('/desk/events/new');
	page.getByLabel('活动类型').selectOption({ label: '会议' });
	page.getByLabel('活动名称').fill(`试班次 ${Date.now()} ${++nth}`);
	page.getByLabel('地点').fill('镇文化站');
	page.getByLabel('联系电话').fill('023-7123 4567');
	page
		.getByLabel('日期')
		.first()
		.fill(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
	page.getByLabel('开始').first().fill('08:00');
	page.getByLabel('结束').first().fill('18:00');
	await page.getByRole('button', { name: '存为草稿' }).click();
	await page.getByRole('button', { name: '发布活动' }).click();
	await page.goto(`${page.url().split('?')[0]}/shifts`);
	const duties: string[] = [];
	for (const [from, to] of spans) {
		const duty = `试岗 ${Date.now()} ${++nth}`;
		const form = page.locator('form[action="?/add"]');
		form.getByLabel('做什么').fill(duty);
		form.getByLabel('开始').fill(from);
		form.getByLabel('结束').fill(to);
		form.getByLabel('需要几人').fill('1');
		await form.getByRole('button').click();
		expect(page.locator('.rows')).toContainText(duty);
		duties.push(duty);
	}
	return duties;
}

const row = (page: Page, duty: string) =>
	page.locator('.rows > li').filter({ has: page.getByText(duty, { exact: true }) });

test('a volunteer takes a shift, sees it first, and gives it back', async () => {
	const cadre = await pageOf('wu');
	const [duty, clashing, later] = await newShifts(cadre, 40, [
		['09:00', '11:00'],
		['10:00', '12:00'],
		['12:00', '13:00']
	]);

	const page = await pageOf('mei');
	await page.goto('/schedule');
	await row(page, duty!).getByRole('button').click();
	expect(page.getByRole('status')).toContainText('领好了');
	expect(row(page, duty!)).toContainText('镇文化站');
	expect(row(page, clashing!), 'the clash is said in words').toContainText(`的“${duty}”撞了时间`);
	expect(row(page, clashing!).getByRole('button')).toHaveCount(0);
	expect(row(page, later!).getByRole('button')).toHaveCount(1);

	await row(page, duty!).locator('summary').click();
	await row(page, duty!).getByRole('button', { name: '退掉' }).click();
	expect(page.getByRole('status')).toContainText('已退班');
	expect(row(page, clashing!).getByRole('button')).toHaveCount(1);
});

test('of two volunteers who press at once one gets the last place, the other is told', async () => {
	const [cadre, mei, tang] = [await pageOf('wu'), await pageOf('mei'), await pageOf('tang')];
	const [duty] = await newShifts(cadre, 45, [['09:00', '11:00']]);
	await Promise.all([mei.goto('/schedule'), tang.goto('/schedule')]);
	await Promise.all([row(mei, duty!).getByRole('button').click(), row(tang, duty!).getByRole('button').click()]);
	const said = [mei, tang].map((page) => page.locator('.notice').innerText());
	expect(said.filter((text) => text.includes('领好了'))).toHaveLength(1);
	expect(said.filter((text) => text.includes('满员'))).toHaveLength(1);
	await cadre.reload();
	expect(cadre.locator('.rows')).toContainText('已满员');
});

test('the schedule is for those who are signed in', async () => {
	const page = newPage();
	await page.goto('/schedule');
	expect(page).toHaveURL(/\/sign-in/);
});
