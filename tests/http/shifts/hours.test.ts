import { test } from 'vitest';
import { expect } from '../expect';
import { pageOf } from '../visit';

test('hours wait on the desk until the cadre confirms them; another number needs a reason', async () => {
	const page = await pageOf('wu');
	await page.goto('/desk');
	await page.getByRole('link', { name: '志愿者时长等着核对' }).click();
	await page.getByRole('link', { name: /便民服务进院坝/ }).click();
	const mei = page.locator('.rows > li').filter({ hasText: '梅示例' }).filter({ hasText: '自报 1 小时 30 分钟' });
	await mei.locator('summary').click();
	mei.getByLabel('小时').fill('1');
	mei.getByLabel('分钟').fill('0');
	await mei.getByRole('button', { name: '改好，请本人认可' }).click();
	expect(page.getByRole('alert')).toContainText('请写明原因');
	expect(mei.getByLabel('分钟')).toHaveValue('0');
	await mei.getByRole('button', { name: '确认梅示例的时长' }).click();
	expect(page.getByRole('status').first()).toContainText('已核对');
	const settled = page.locator('#hours ~ ul > li').filter({ hasText: '梅示例' }).filter({ hasText: '收拾场地' });
	expect(settled).toContainText('已核对 1 小时 30 分钟');
	expect(settled.getByRole('button')).toHaveCount(0);
});

test('a certificate is printed by the volunteer’s own unit and those above it, by no other', async () => {
	const page = await pageOf('zhou');
	await page.goto('/desk/volunteers');
	const certificate = async (name: string) =>
		page.getByRole('link', { name: `打印${name}的证明` }).getAttribute('href')!;
	const [mei, tang] = [await certificate('梅示例'), await certificate('唐示例')];
	await page.goto(mei);
	expect(page.locator('article')).toContainText('兹证明梅示例');
	expect(page.locator('article')).toContainText('证明单位（盖章）');
	const liu = await pageOf('liu');
	expect((await liu.goto(tang)).status, '唐 belongs to 三星村').toBe(200);
	expect((await liu.goto(mei)).status, '梅 to the town').toBe(403);
	await liu.goto('/desk/volunteers');
	expect(liu.locator('table')).not.toContainText('梅示例');
});

test('the roster has a line for everybody, and a blank one for each who is missing', async () => {
	const page = await pageOf('wu');
	await page.goto('/desk/events');
	await page.getByRole('link', { name: '邻里互助送餐日' }).click();
	await page.getByRole('link', { name: '志愿者班次' }).click();
	await page.getByRole('link', { name: '打印排班表' }).click();
	for (const column of ['序号', '姓名', '到岗签名', '离岗时间', '备注'])
		expect(page.getByRole('columnheader', { name: column })).toBeVisible();
	const washing = page.locator('tbody').filter({ hasText: '收拾碗筷' }).locator('tr');
	expect(washing, 'its head and three lines').toHaveCount(4);
	const kitchen = page.locator('tbody').filter({ hasText: '帮厨' });
	expect(kitchen).toContainText('唐示例');
	expect(kitchen.locator('tr').last()).toContainText('梅示例');
	expect(kitchen.locator('tr').last()).toContainText('候补');
});
