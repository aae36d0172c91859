import { test } from 'vitest';
import { expect } from '../expect';
import { newPage, pageOf } from '../visit';
import { newShifts, row } from './new-shifts';

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
	const notices = [mei, tang].map((page) => page.locator('.notice').innerText());
	expect(notices.filter((text) => text.includes('领好了'))).toHaveLength(1);
	expect(notices.filter((text) => text.includes('满员'))).toHaveLength(1);
	await cadre.reload();
	expect(cadre.locator('.rows')).toContainText('已满员');
});

test('the schedule is for those who are signed in', async () => {
	const page = newPage();
	await page.goto('/schedule');
	expect(page).toHaveURL(/\/sign-in/);
});
