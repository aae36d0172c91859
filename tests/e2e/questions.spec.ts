import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

let nth = 0;
const newPhone = () => `134${String(Date.now()).slice(-6)}${String(++nth).padStart(2, '0')}`;

/** Signs a party up for the demo's 老人集体生日宴, which asks three things. Out: the address of the slip. */
async function signUp(page: Page, partySize: number): Promise<string> {
	await page.goto('/events?kind=birthday-banquet');
	await page
		.locator('main .rows')
		.getByRole('link', { name: /老人集体生日宴/ })
		.first()
		.click();
	await page.locator('a[href*="sign-up"]').first().click();
	await page.locator('[name=name]').fill('试名戊');
	await page.locator('[name=phone]').fill(newPhone());
	await page.locator(`[name=partySize][value="${partySize}"]`).check();
	await page.locator('[name=villageId]').first().check();
	await page.locator('main form button.primary').click();
	await expect(page).toHaveURL(/\/slip\/[0-9a-f-]{36}/);
	return page.url().replace(/(\/slip\/[0-9a-f-]{36}).*/, '$1');
}

const person = (page: Page, at: number) => page.locator('main form section').nth(at - 1);
const lift = (page: Page, at: number) => person(page, at).getByRole('group', { name: /派车接送/ });
const submit = (page: Page) => page.getByRole('button', { name: '答好了' }).click();

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('a party of three is asked each, wrong input stays on its field, and answers may be changed', async ({
		page
	}) => {
		const slip = await signUp(page, 3);
		await page.goto(`${slip}/questions`);
		await expect(page.locator('main form section')).toHaveCount(3);
		await expect(person(page, 1)).toContainText('试*戊');
		await lift(page, 1).getByLabel('是').check();
		await lift(page, 2).getByLabel('否').check();
		await person(page, 2).getByLabel('想和谁坐一桌？').fill('和舅舅');
		await submit(page);
		await expect(page.getByRole('alert')).toContainText('第 3 位 要不要派车接送？ 这一问请答一下');
		await expect(lift(page, 3), 'the third was forgotten').toContainText('请答一下');
		await expect(lift(page, 1).getByLabel('是')).toBeChecked();
		await expect(person(page, 2).getByLabel('想和谁坐一桌？')).toHaveValue('和舅舅');
		await lift(page, 3).getByLabel('否').check();
		await submit(page);
		await expect(page).toHaveURL(slip);

		await page.goto(`${slip}/questions`);
		await expect(lift(page, 2).getByLabel('否')).toBeChecked();
		await expect(person(page, 2).getByLabel('想和谁坐一桌？')).toHaveValue('和舅舅');
		await lift(page, 2).getByLabel('是').check();
		await submit(page);
		await page.goto(`${slip}/questions`);
		await expect(lift(page, 2).getByLabel('是')).toBeChecked();
	});
});

test('the questions open for the holder of the slip alone', async ({ page, browser, baseURL }) => {
	const slip = await signUp(page, 1);
	const other = await (await browser.newContext({ locale: 'zh-CN', baseURL })).newPage();
	await other.goto(`${slip}/questions`);
	await expect(other).toHaveURL(/\/slip$/);
	const posted = await other.request.post(`${slip}/questions`, {
		headers: { origin: new URL(slip).origin, accept: 'text/html' },
		form: { id: '00000000-0000-7000-8000-000000000abc' },
		maxRedirects: 0
	});
	expect(posted.headers().location).toBe('/slip');
	await other.context().close();
});

test('a sign-up for an event without questions goes straight to the slip', async ({ page }) => {
	await page.goto('/events?kind=performance');
	await page.locator('main .rows a').first().click();
	await page.locator('a[href*="sign-up"]').first().click();
	await page.locator('[name=name]').fill('试名戊');
	await page.locator('[name=phone]').fill(newPhone());
	await page.locator('[name=villageId]').first().check();
	await page.locator('main form button.primary').click();
	await expect(page).toHaveURL(/\/slip\/[0-9a-f-]{36}$/);
	const slip = page.url();
	await page.goto(`${slip}/questions`);
	await expect(page).toHaveURL(slip);
});

for (const lang of ['zh-CN', 'en']) {
	test(`the questions ship no script, fit 320 px and have nothing serious for axe to find (${lang})`, async ({
		page
	}) => {
		await page.setViewportSize({ width: 320, height: 640 });
		const slip = await signUp(page, 6);
		await page.context().addCookies([
			{ name: 'lang', value: lang, url: slip },
			{ name: 'view', value: 'elder', url: slip }
		]);
		await page.goto(`${slip}/questions`);
		await expect(page.locator('html')).toHaveAttribute('lang', lang);
		await expect(page.locator('script')).toHaveCount(0);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		const { violations } = await new AxeBuilder({ page }).analyze();
		const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
		expect(grave.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
	});
}

test('the privacy page says after how many days names go', async ({ page }) => {
	await page.goto('/privacy');
	await expect(page.locator('main')).toContainText('180 天后自动清除');
});
