import { expect, test, type Browser, type Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { addDays, dateOf } from '../../../src/lib/domain/calendar/calendar';

/** The demo's cadres: Liu of 三星村, He of 河沙村, Wu of the town. */
async function signIn(browser: Browser, username: 'liu' | 'he' | 'wu'): Promise<Page> {
	const page = await (await browser.newContext()).newPage();
	await page.goto('/sign-in');
	await page.fill('[name=username]', username);
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await expect(page.locator('.staff')).toContainText(username);
	return page;
}

let nth = Date.now() % 1_000_000;
const newPhone = () => `13900${String((nth += 1) % 1_000_000).padStart(6, '0')}`;
const soon = () => addDays(dateOf(Date.now()), 3);

async function fillBanquet(page: Page, phone: string): Promise<void> {
	await page.goto('/desk/banquets/new');
	await page.check('[name=origin][value=declared]');
	await page.selectOption('[name=unitId]', { label: '三星村' });
	await page.fill('[name=hostName]', '欧阳试办');
	await page.fill('[name=hostPhone]', phone);
	await page.check('[name=occasion][value=school]');
	await page.fill('[name=plannedOn]', soon());
	await page.fill('[name=meals]', '2');
	await page.fill('[name=tablesPlanned]', '90');
}

/** Records a banquet as Liu; out: its path and the household's code. */
async function declare(page: Page, phone: string): Promise<{ path: string; code: string }> {
	await fillBanquet(page, phone);
	await page.getByRole('button', { name: '登记', exact: true }).click();
	await expect(page.getByText('登记好了')).toBeVisible();
	const path = new URL(page.url()).pathname;
	await page.goto(`${path}/receipt`);
	const code = (await page.locator('.code').innerText()).replace(/\s/g, '');
	return { path, code };
}

test('a banquet beyond the village rule is recorded all the same, with advice and no block', async ({ browser }) => {
	const page = await signIn(browser, 'liu');
	const phone = newPhone();
	const { path } = await declare(page, phone);
	await page.goto(path);
	await expect(page.getByRole('status').filter({ hasText: '村规倡导' })).toContainText('不影响登记');
	await expect(page.getByText('欧**办').first()).toBeVisible();
	await expect(page.getByText(phone)).toBeHidden();
	await page.getByText('联系这一户').click();
	await expect(page.getByRole('link', { name: `拨打 ${phone}` })).toHaveAttribute('href', `tel:${phone}`);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('an empty form says on each field what is missing, and keeps what was typed', async ({ browser }) => {
	const page = await signIn(browser, 'liu');
	await page.goto('/desk/banquets/new');
	await page.fill('[name=hostName]', '欧阳试办');
	await page.fill('[name=hostPhone]', '12');
	const answer = page.waitForResponse((response) => response.request().method() === 'POST');
	await page.getByRole('button', { name: '登记', exact: true }).click();
	expect((await answer).status()).toBe(400);
	await expect(page.locator('#hostPhone')).toHaveAttribute('aria-invalid', 'true');
	await expect(page.locator('[name=hostName]')).toHaveValue('欧阳试办');
	await expect(page.getByRole('alert')).toContainText('请选事由');
});

test('the same household, occasion and day is not recorded twice', async ({ browser }) => {
	const page = await signIn(browser, 'liu');
	const phone = newPhone();
	await declare(page, phone);
	await fillBanquet(page, phone);
	await page.getByRole('button', { name: '登记', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('已经登记过了');
});

test('a dissuasion waits for a second person, who is not the first', async ({ browser }) => {
	test.slow();
	const liu = await signIn(browser, 'liu');
	const { path } = await declare(liu, newPhone());
	await liu.goto(`${path}/dissuasion`);
	await liu.check('[name=outcome][value=cancelled]');
	await liu.getByRole('button', { name: '保存劝导结果' }).click();
	await expect(liu.getByText('需由第二人确认')).toBeVisible();
	await expect(liu.getByText('已取消')).toBeVisible();
	await expect(liu.getByText(/估算公式：（计划 90 桌 − 实办 0 桌）/)).toBeVisible();
	await expect(liu.getByRole('button', { name: '核实无误，确认' })).toHaveCount(0);

	const wu = await signIn(browser, 'wu');
	await wu.goto('/desk/dissuasions');
	const row = wu.locator('.rows > li').filter({ has: wu.locator(`a[href^="${path}"]`) });
	await row.getByRole('button', { name: '核实无误，确认' }).click();
	await expect(row).toContainText('计入劝停数');
	expect((await new AxeBuilder({ page: wu }).analyze()).violations).toEqual([]);
});

test('a household opens its own record, answers it, and sees correction and reply', async ({ browser }) => {
	test.slow();
	const liu = await signIn(browser, 'liu');
	const phone = newPhone();
	const { path, code } = await declare(liu, phone);
	const household = path.replace('/desk/banquets', '/household');

	const villager = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage();
	await villager.goto(household);
	await expect(villager, 'the address alone opens nothing').toHaveURL(/\/slip$/);
	await villager.fill('[name=phone]', phone);
	await villager.fill('[name=code]', code);
	await villager.locator('main form button').click();
	await expect(villager).toHaveURL(new RegExp(household));
	await expect(villager.locator('script')).toHaveCount(0);
	await villager.fill('[name=text]', '只有 30 桌。');
	await villager.getByRole('button', { name: '发给村里' }).click();
	await expect(villager.getByRole('status')).toContainText('收到了');
	expect((await new AxeBuilder({ page: villager }).analyze()).violations).toEqual([]);

	await liu.goto(`${path}/correct`);
	await liu.fill('[name=tablesPlanned]', '30');
	await liu.fill('[name=reason]', '住户说只有 30 桌');
	await liu.getByRole('button', { name: '保存更正' }).click();
	await expect(liu.getByText('只有 30 桌。')).toBeVisible();
	await liu.fill('[name=text]', '已改为 30 桌。');
	await liu.getByRole('button', { name: '发出答复' }).click();
	await expect(liu.getByText('已改为 30 桌。')).toBeVisible();

	await villager.goto(household);
	await expect(villager.getByText('已改为 30 桌。')).toBeVisible();
	await expect(villager.getByText('计划桌数由“90”改为“30”')).toBeVisible();
	await expect(villager.getByText('原因：住户说只有 30 桌')).toBeVisible();
});

test('the month shows what is planned by day and village, with lunar days and festivals; an empty one says so', async ({
	browser
}) => {
	const liu = await signIn(browser, 'liu');
	const { path } = await declare(liu, newPhone());
	await liu.goto(`/desk/banquets/calendar?month=${soon().slice(0, 7)}`);
	const day = liu.locator('.month > li').filter({ has: liu.locator(`time[datetime="${soon()}"]`) });
	await expect(day.locator(`a[href="${path}"]`)).toContainText('欧**办 · 升学');
	await expect(day).toContainText('三星村');
	expect((await new AxeBuilder({ page: liu }).analyze()).violations).toEqual([]);
	await liu.setViewportSize({ width: 360, height: 800 });
	await expect(day.locator(`a[href="${path}"]`)).toBeVisible();
	expect(await liu.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	await liu.goto('/desk/banquets/calendar?month=2031-06');
	await expect(liu.getByText('这个月还没有报备的宴席')).toBeVisible();
	await expect(liu.locator('time[datetime="2031-06-24"] + *')).toContainText('初五');
	await expect(liu.getByText('端午')).toBeVisible();
	expect((await liu.goto('/desk/banquets/calendar?month=2031-13&unit=nonsense'))?.status()).toBe(200);
});

test('a village sets its rule with its own words and occasions, and the office sees them quoted', async ({
	browser
}) => {
	const he = await signIn(browser, 'he');
	await he.goto('/desk/banquets/rules');
	await expect(he.getByText('《河沙村村规民约》第九条')).toBeVisible();
	await he.getByRole('link', { name: '照这条改' }).first().click();
	await expect(he.locator('[name=noticeDays]')).toHaveValue('10');
	await he.selectOption('[name=unitId]', { label: '河沙村五组' });
	await he.uncheck('[name=discourages-school]');
	await he.fill('[name=wording]', '考上大学，请老师吃杯茶。');
	await he.getByRole('button', { name: '保存标准' }).click();
	await expect(he.getByText('“考上大学，请老师吃杯茶。”')).toBeVisible();
	await expect(he.getByText('提倡不办酒的：寿宴、乔迁、满月、参军、其他。')).toBeVisible();
	expect((await new AxeBuilder({ page: he }).analyze()).violations).toEqual([]);
});

test('a cadre of another village is refused, and an unknown banquet is not found', async ({ browser }) => {
	const liu = await signIn(browser, 'liu');
	const { path } = await declare(liu, newPhone());
	const he = await signIn(browser, 'he');
	for (const page of ['', '/outcome', '/visit', '/dissuasion', '/correct', '/receipt']) {
		expect((await he.goto(path + page))?.status(), page).toBe(403);
	}
	expect((await he.goto('/desk/banquets/00000000-0000-7000-8000-00000000dead'))?.status()).toBe(404);
	expect((await he.goto('/desk/banquets/nonsense'))?.status()).toBe(404);
});
