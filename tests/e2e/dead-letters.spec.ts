import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { startMailServer, type MailServer } from '../integration/messages/mail-server';
import { startDemo } from '../demo';

test.use({ viewport: { width: 1440, height: 900 } });

let app: Awaited<ReturnType<typeof startDemo>>;
let mail: MailServer;

test.beforeAll(async () => {
	test.setTimeout(300_000);
	mail = await startMailServer();
	app = await startDemo({ SMTP_URL: mail.url, MAIL_FROM: 'office@example.cn' });
});
test.afterAll(async () => {
	await app?.stop();
	await mail?.close();
});

/** A published event with so many on its list, each with an address of their own; then it is called off. */
async function callOff(page: Page, people: number): Promise<void> {
	await page.goto(`${app.address}/desk/events/new`);
	await page.getByLabel('活动类型').selectOption({ label: '会议' });
	await page.getByLabel('活动名称').fill('试退信');
	await page.getByLabel('地点').fill('镇文化站');
	await page.getByLabel('联系电话').fill('023-7123 4567');
	await page
		.getByLabel('日期')
		.first()
		.fill(new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10));
	await page.getByLabel('开始').first().fill('09:00');
	await page.getByLabel('结束').first().fill('11:00');
	await page.getByRole('button', { name: '存为草稿' }).click();
	await page.getByRole('button', { name: '发布活动' }).click();
	await expect(page.getByRole('status')).toContainText('已发布');
	const event = new URL(page.url()).pathname.split('/').at(-1)!;
	for (let nth = 0; nth < people; nth++) {
		await page.goto(`${app.address}/events/${event}`);
		await page.getByRole('link', { name: /^报名/ }).first().click();
		await page.locator('[name=name]').fill('试名壬');
		await page.locator('[name=phone]').fill(`1350000000${nth}`);
		await page.getByLabel('三星村').check();
		await page.getByText('写同来的人').click();
		await page.locator('[name=email]').fill(`ren${nth}@example.cn`);
		await page.getByRole('button', { name: '确认报名' }).click();
		await expect(page.locator('.slip')).toBeVisible();
	}
	await page.goto(`${app.address}/desk/events/${event}/cancel`);
	await page.locator('[name=reason]').fill('下大雨');
	await page.locator('main form button').first().click();
	await page.waitForLoadState();
}

test('what the mail server refused or left in doubt waits for a decision, and each decision does what it says', async ({
	page
}) => {
	test.setTimeout(300_000);
	await page.goto(`${app.address}/sign-in`);
	await page.fill('[name=username]', 'wu');
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await expect(page.locator('.staff')).toContainText('wu');
	mail.answer('refuse');
	await callOff(page, 3);
	const rows = page.locator('main tbody tr').filter({ hasText: '试退信' });
	const shows = (state: string, count: number) =>
		expect(async () => {
			await page.goto(`${app.address}/desk/messages?state=${state}`);
			await expect(rows).toHaveCount(count, { timeout: 1000 });
		}).toPass({ timeout: 60_000 });
	await shows('dead', 3);
	await expect(rows.first()).toContainText('活动取消');
	await expect(rows.first()).toContainText('smtp-550');
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

	await rows.first().getByRole('button', { name: '算了' }).click();
	await expect(page.getByRole('status').first()).toContainText('已经照您说的办了');
	await shows('dropped', 1);
	await expect(rows.first()).toContainText('工作人员决定不再发');
	await shows('dead', 2);
	await rows.first().getByRole('button', { name: '转电话' }).click();
	await shows('call', 1);
	await shows('dead', 1);

	mail.answer('hang-up');
	await rows.first().getByRole('button', { name: '再发一次' }).click();
	await shows('in-doubt', 1);
	mail.answer('take');
	await rows.first().getByRole('button', { name: '再发一次' }).click();
	await shows('sent', 1);
	expect(
		mail.got.filter(({ to }) => to.startsWith('ren')),
		'three refused, one lost, one taken'
	).toHaveLength(5);
});
