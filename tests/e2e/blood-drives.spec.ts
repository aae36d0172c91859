import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { budget, weigh } from './weigh';

let phones = 0;
const newPhone = () => `134${String(Date.now()).slice(-6)}${String(++phones).padStart(2, '0')}`;

test.use({ javaScriptEnabled: false });

async function openDrive(page: Page): Promise<void> {
	await page.goto('/events?kind=blood-drive');
	await page
		.locator('main .rows')
		.getByRole('link', { name: /为爱挽袖/ })
		.click();
}

async function openCheck(page: Page): Promise<void> {
	await openDrive(page);
	await page.getByRole('link', { name: '开始自查' }).click();
}

async function say(page: Page, { born = '19900105', last = '没有献过' } = {}): Promise<void> {
	await page.getByLabel('出生日期').fill(born);
	await page.getByLabel('女', { exact: true }).check();
	await page.getByLabel(last, { exact: true }).check();
	await page.getByLabel('我都看过了').check();
}

const send = (page: Page) => page.getByRole('button', { name: '看看能不能献' }).click();

test('a villager checks, chooses a quarter-hour, agrees to the list, and takes the consent back on the slip', async ({
	page
}) => {
	await openCheck(page);
	await say(page);
	await send(page);
	await expect(page.locator('main')).toContainText('可以来献');
	await expect(page.locator('main'), 'the weight of a woman').toContainText('45 公斤');
	await page.getByRole('button', { name: /10:45—11:00/ }).click();
	expect(page.url(), 'nothing of the check stands in the address').not.toMatch(/eligible|1990|check=/);
	await expect(page.getByLabel('2 位')).toHaveCount(0);
	await page.locator('#name').fill('试名丁');
	await page.locator('#phone').fill('123');
	await page.getByLabel('三星村').check();
	await page.getByRole('button', { name: '确认报名' }).click();
	await expect(page.locator('#phone-error')).toBeVisible();
	await page.locator('#phone').fill(newPhone());
	await expect(page.getByLabel('同意把我的姓名、电话交给'), 'never ticked beforehand').not.toBeChecked();
	await page.getByLabel('同意把我的姓名、电话交给').check();
	await page.getByRole('button', { name: '确认报名' }).click();
	await expect(page.locator('.stamp')).toHaveText('已确认');
	await expect(page.getByText('改人数')).toHaveCount(0);
	await page.getByText('交给血站的名单').click();
	await page.getByRole('button', { name: '撤回同意' }).click();
	await page.getByText('交给血站的名单').click();
	await expect(page.getByRole('button', { name: '同意交给血站' })).toBeVisible();
});

test('who cannot come reads why and from which day; what is wrong is said on its field; nobody signs up unchecked', async ({
	page
}) => {
	await openCheck(page);
	await send(page);
	for (const name of ['bornOn', 'sex', 'lastKind', 'hasRead'])
		await expect(page.locator(`#${name}-error`)).toBeVisible();
	await say(page, { last: '献过，最近一次是全血' });
	await send(page);
	await expect(page.locator('#lastOn-error')).toContainText('哪天');
	await expect(page.getByLabel('出生日期')).toHaveValue('19900105');
	await page.getByLabel('最近一次是哪天献的').fill(new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10));
	await send(page);
	await expect(page.locator('main')).toContainText(/这次还不行，\d{4}年.+起可以/);
	await expect(page.locator('main')).toContainText('离上次献全血还太近');
	await expect(page.getByRole('button', { name: /09:45/ })).toHaveCount(0);
	const drive = page.url().replace(/\/self-check.*/, '');
	await page.goto(drive);
	await expect(page.locator('a[href*="sign-up"]')).toHaveCount(0);
	const slot = /slots\/|slot=([0-9a-f-]{36})/.exec(await page.content())?.[1] ?? '';
	await page.goto(`${drive}/sign-up?slot=${slot}`);
	await expect(page).toHaveURL(/#slots$|self-check$/);
	await page.goto(`${drive.replace(/[^/]+$/, '00000000-0000-7000-8000-000000000000')}/self-check`);
	await expect(page.locator('h1')).toBeVisible();
});

test('the pages of blood drives ship no script, fit in 14 KB, do not scroll sideways at 360 px and please axe', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(180_000);
	for (const view of ['normal', 'elder']) {
		const context = await browser.newContext({
			locale: 'zh-CN',
			baseURL,
			viewport: { width: 360, height: 800 },
			javaScriptEnabled: true
		});
		await context.addCookies([{ name: 'view', value: view, url: baseURL! }]);
		const page = await context.newPage();
		await page.goto('/events?kind=blood-drive');
		const drive = await page.getByRole('link', { name: /为爱挽袖/ }).getAttribute('href');
		const form = {
			bornOn: '19900105',
			sex: 'male',
			wants: 'whole-blood',
			lastKind: 'none',
			lastOn: '',
			hasRead: 'yes'
		};
		const answer = await page.request.post(`${drive}/self-check`, {
			form: { ...form, deferral: '', deferralOn: '' },
			headers: { accept: 'text/html', origin: baseURL! }
		});
		expect(answer.headers()['cache-control']).toContain('no-store');
		expect(await answer.text()).not.toContain('<script');
		for (const path of [drive!, `${drive}/self-check`, '/trends/blood-drives']) {
			await page.goto(path);
			await expect(page.locator('script'), path).toHaveCount(0);
			expect(await weigh(page), path).toBeLessThanOrEqual(budget);
			expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
			const { violations } = await new AxeBuilder({ page }).analyze();
			const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
			expect(
				grave.map(({ id, nodes }) => [id, nodes[0]?.html]),
				path
			).toEqual([]);
		}
		await context.close();
	}
});
