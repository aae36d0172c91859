import { test } from 'vitest';
import { expect } from '../expect';
import { newPhone, pageOf } from '../visit';
import { recordBanquet, soon } from './record-banquet';

test('the month shows what is planned by day and village, with lunar days and festivals; an empty one says so', async () => {
	const liu = await pageOf('liu');
	const { path } = await recordBanquet(liu, newPhone());
	await liu.goto(`/desk/banquets/calendar?month=${soon().slice(0, 7)}`);
	const day = liu.locator('.month > li').filter({ has: liu.locator(`time[datetime="${soon()}"]`) });
	expect(day.locator(`a[href="${path}"]`)).toContainText('欧**办 · 升学');
	expect(day).toContainText('三星村');
	expect(day.locator(`a[href="${path}"]`)).toBeVisible();
	await liu.goto('/desk/banquets/calendar?month=2031-06');
	expect(liu.getByText('这个月还没有报备的宴席')).toBeVisible();
	expect(liu.locator('time[datetime="2031-06-24"] + *')).toContainText('初五');
	expect(liu.getByText('端午')).toBeVisible();
	expect((await liu.goto('/desk/banquets/calendar?month=2031-13&unit=nonsense')).status).toBe(200);
});
