import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone, pageOf } from '../visit';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
let nth = 0;

/** A new event in 30 days, as a draft; its path. */
async function draft(page: Page, title = `试宣传 ${Date.now()} ${++nth}`) {
	await page.goto('/desk/events/new');
	page.getByLabel('活动类型').selectOption({ label: '讲座宣讲：健康讲座' });
	page.getByLabel('活动名称').fill(title);
	page.getByLabel('地点').fill('三星村文化广场');
	page.getByLabel('活动说明').fill('老人和带娃的都可以来。自带水杯。');
	page.getByLabel('联系电话').fill('023-7123 4567');
	page.getByLabel('日期').first().fill(inDays(30));
	page.getByLabel('开始').first().fill('09:30');
	page.getByLabel('结束').first().fill('11:00');
	await page.getByRole('button', { name: '存为草稿' }).click();
	expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	return new URL(page.url()).pathname;
}

async function publish(page: Page, path: string) {
	await page.goto(path);
	await page.getByRole('button', { name: '发布活动' }).click();
	expect(page.getByRole('status')).toContainText('已发布');
}

/** A villager signs up in a browser of their own, which stays open. */
async function join(page: Page, path: string) {
	const villager = newPage();
	await villager.goto(path.replace('/desk', ''));
	await villager.locator('a[href*="sign-up"]').first().click();
	villager.locator('[name=name]').fill('试名庚');
	villager.locator('[name=phone]').fill(newPhone());
	villager.locator('[name=partySize][value="1"]').check();
	villager.locator('[name=villageId]').first().check();
	await villager.locator('main form button').first().click();
	expect(villager.locator('.slip')).toBeVisible();
	return villager;
}

test('the kit of an event: script, text, poster with its code, short address and calendar file', async () => {
	const page = await pageOf('liu');
	const visitor = newPage().session;
	const path = await draft(page);
	await page.goto(`${path}/kit`);
	expect(page.getByRole('alert')).toContainText('还没有发布');
	const short = new URL(page.locator('.address .typed').textContent());
	expect((await visitor.get(short.pathname)).status, 'a draft has no public address').toBe(404);
	await publish(page, path);
	await page.getByRole('link', { name: '宣传材料' }).first().click();
	expect(page.getByLabel('广播稿')).toHaveValue(
		/各位乡亲.*农历.*上午9点半到11点.*零二三，七幺二三，四五六七.*再说一遍/s
	);
	expect(page.getByLabel('短信、微信文字')).toHaveValue(new RegExp(`${short.href} `));
	expect((await visitor.get(short.pathname)).url).toContain(path.replace('/desk', ''));
	const file = await visitor.get(`${path.replace('/desk', '')}/event.ics`);
	expect(file.text()).toContain('BEGIN:VEVENT');
	await page.getByRole('link', { name: '打开海报' }).click();
	expect(page.locator('.poster')).toContainText('农历');
	expect(page.locator('.poster')).toContainText(short.host + short.pathname);
	expect(page.locator('.poster .qr')).toBeVisible();
});

test('an event repeats on the dates that were shown, and one or all that follow are cancelled', async () => {
	const page = await pageOf('liu');
	const path = await draft(page);
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

test('a move needs a reason once people signed up, and the event’s page and the slip show it', async () => {
	const page = await pageOf('liu');
	const path = await draft(page);
	await publish(page, path);
	const villager = await join(page, path);
	await page.goto(`${path}/slots`);
	await page.locator('.rows summary').click();
	page.locator('.rows').getByLabel('开始').fill('10:00');
	await page.getByRole('button', { name: '保存时段' }).click();
	expect(page.locator('.rows .error')).toContainText('原因');
	expect(page.locator('.rows').getByLabel('开始')).toHaveValue('10:00');
	page.locator('.rows').getByLabel('为什么改').fill('医生早上有门诊');
	await page.getByRole('button', { name: '保存时段' }).click();
	expect(page.locator('.rows')).toContainText('10:00—11:00');
	await villager.reload();
	expect(villager.getByRole('alert')).toContainText('原来是09:30—11:00');
	expect(villager.getByRole('alert')).toContainText('医生早上有门诊');
	await villager.goto(path.replace('/desk', ''));
	expect(villager.getByRole('alert')).toContainText('时间改了');
	await page.goto(`${path}/cancel`);
	page.getByLabel('取消原因').fill('下大雨');
	await page.getByRole('button', { name: '确定取消' }).click();
	await page.goto(`${path}/kit`);
	expect(page.getByLabel('取消通知（广播）')).toHaveValue(/取消了.*下大雨.*不用来了/s);
});

test('a copy is a draft on a new date', async () => {
	const page = await pageOf('liu');
	const path = await draft(page);
	await page.getByRole('link', { name: '复制一份' }).click();
	await page.getByRole('button', { name: '存为草稿' }).click();
	expect(page.locator('#on-error')).toBeVisible();
	page.getByLabel('新的日期').fill(inDays(60));
	await page.getByRole('button', { name: '存为草稿' }).click();
	expect(page).not.toHaveURL(new RegExp(path));
	expect(page.locator('.ledger')).toContainText(`${inDays(60)} 09:30—11:00`);
	expect(page.getByRole('status')).toContainText('还是草稿');
});

test('kit, poster, repeat and copy have one heading, ship no script and are closed to others', async () => {
	const page = await pageOf('liu');
	const path = await draft(page);
	const parts = ['/kit', '/poster', '/repeat', '/repeat?rule=weekly&every=1&times=3', '/copy'];
	for (const lang of ['zh-CN', 'en']) {
		page.session.cookies.set('lang', lang);
		for (const part of parts) {
			await page.goto(path + part);
			expect(page.locator('script'), part).toHaveCount(0);
			expect(page.locator('h1'), part).toHaveCount(1);
		}
	}
	const other = await pageOf('he');
	for (const part of parts) expect((await other.goto(path + part)).status, part).toBe(403);
});
