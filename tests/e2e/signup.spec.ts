import { expect, test, type Page } from '@playwright/test';
import { budget, weigh } from './weigh';

const lecture = '健康讲座：冬天咳嗽要注意啥';
let phones = 0;
const newPhone = () => `136${String(Date.now()).slice(-6)}${String(++phones).padStart(2, '0')}`;

test('a villager signs up in one page and gets a slip with a code', async ({ page }) => {
	const { code } = await signUp(page, newPhone());
	expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
	await expect(page.locator('.stamp')).toHaveText('已确认');
	await expect(page.locator('.slip')).toContainText('试*乙');
	await expect(page.locator('.slip'), 'the phone is masked').toContainText(/136\*{4}\d{4}/);
});

test('the slip is found again on another phone by phone and code', async ({ page, browser }) => {
	const phone = newPhone();
	const { code } = await signUp(page, phone);
	const address = page.url();

	const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
	await other.goto(address);
	await expect(other, 'the address alone opens nothing').toHaveURL(/\/slip$/);
	await other.getByLabel('电话').fill(phone);
	await other.getByLabel('六位编号').fill(code);
	await other.getByRole('button', { name: '查询' }).click();
	await expect(other).toHaveURL(address);
	await expect(other.locator('.slip')).toContainText(lecture);
	await other.context().close();
});

test('a wrong code is answered in words and keeps the phone that was typed', async ({ page }) => {
	await page.goto('/slip');
	await page.getByLabel('电话').fill('13600000000');
	await page.getByLabel('六位编号').fill('ABCDEF');
	await page.getByRole('button', { name: '查询' }).click();
	await expect(page.getByRole('alert')).toContainText('对不上');
	await expect(page.getByLabel('电话')).toHaveValue('13600000000');
});

test('wrong input is answered on the field, keeps what was typed and writes nothing', async ({ page }) => {
	await openForm(page, lecture);
	await page.getByLabel('姓名').fill('试名乙');
	await page.getByLabel('电话').fill('12345');
	await page.getByRole('button', { name: '确认报名' }).click();
	await expect(page.locator('#phone-error')).toContainText('电话号码好像不对');
	await expect(page.locator('#villageId-error')).toContainText('哪个村');
	await expect(page.getByLabel('姓名')).toHaveValue('试名乙');
	await expect(page.getByLabel('电话')).toHaveValue('12345');
});

test('the same phone for the same time is told so and is not doubled', async ({ page }) => {
	const phone = newPhone();
	await signUp(page, phone);
	await openForm(page, lecture);
	await fill(page, phone);
	await page.getByRole('button', { name: '确认报名' }).click();
	await expect(page.getByRole('alert')).toContainText('已经报过');
});

test('a double tap on the button lands once', async ({ page }) => {
	await openForm(page, lecture);
	await fill(page, newPhone());
	const form = await page.locator('main form[method=post]').evaluate((node) => {
		return [...new FormData(node as HTMLFormElement)].map(([name, value]) => [name, String(value)]);
	});
	const post = () =>
		page.request.post(page.url(), {
			form: Object.fromEntries(form),
			maxRedirects: 0,
			headers: { accept: 'text/html', origin: new URL(page.url()).origin }
		});
	const [first, second] = await Promise.all([post(), post()]);
	expect([first.status(), second.status()]).toEqual([303, 303]);
	expect(first.headers().location).toBe(second.headers().location);
});

test('a name mended with the back button is not lost without a word, and is corrected on the slip', async ({
	page
}) => {
	const phone = newPhone();
	await signUp(page, phone);
	const id = new URL(page.url()).pathname.split('/').at(-1)!;
	await page.goBack();
	await expect(page.getByLabel('姓名'), 'the browser gives back what was typed').toHaveValue('试名乙');
	await page.getByLabel('姓名').fill('试名改');
	await page.getByRole('button', { name: '确认报名' }).click();
	await expect(page.getByRole('alert'), 'this one asks for a new form, with another id').toContainText('报过');
	// Others give back the form as it was sent, its hidden id too.
	await page
		.locator('main form[method=post] [name=id]')
		.evaluate((field, sent) => void ((field as HTMLInputElement).value = sent), id);
	await page.getByRole('button', { name: '确认报名' }).click();
	await expect(page.getByRole('alert')).toContainText('刚才已经报上了');
	await page.getByRole('link', { name: '到凭条上改' }).click();
	await expect(page).toHaveURL(new RegExp(`/slip/${id}$`));
	await expect(page.locator('.slip')).toContainText('试*乙');

	await page.getByText('姓名、电话写错了').click();
	await page.getByRole('button', { name: '改好，保存' }).click();
	await expect(page.locator('#name-error')).toContainText('没有写要改什么');
	await page.getByLabel('姓名').fill('试名改');
	await page.getByLabel('电话').fill('12345');
	await page.getByRole('button', { name: '改好，保存' }).click();
	await expect(page.locator('#phone-error')).toContainText('电话号码好像不对');
	await expect(page.getByLabel('姓名')).toHaveValue('试名改');
	const right = newPhone();
	await page.getByLabel('电话').fill(right);
	await page.getByRole('button', { name: '改好，保存' }).click();
	await expect(page.locator('.slip')).toContainText('试*改');
	await expect(page.locator('.slip')).toContainText(right.slice(-4));
	await expect(page.locator('.stamp')).toHaveText('已确认');
});

test('the slip is printed with its code and QR, without what belongs to the screen', async ({ page }) => {
	const { code } = await signUp(page, newPhone());
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.slip .code')).toHaveText(`${code.slice(0, 3)} ${code.slice(3)}`);
	await expect(page.locator('.slip svg.qr')).toBeVisible();
	for (const hidden of ['.masthead', 'main details', '.no-print'])
		for (const part of await page.locator(hidden).all()) await expect(part, hidden).toBeHidden();
	expect(
		(await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)
	).toHaveLength(1);
});

test('the party is changed and the sign-up withdrawn on the slip', async ({ page }) => {
	await signUp(page, newPhone());
	await page.getByText('改人数').click();
	await page.getByLabel('4 位').check();
	await page.getByRole('button', { name: '改好了' }).click();
	await expect(page.getByRole('status')).toContainText('人数已改');
	await expect(page.locator('.slip')).toContainText('4 位');
	await page.getByText('不来了，取消报名').click();
	await page.getByRole('button', { name: '确定取消报名' }).click();
	await expect(page.locator('.stamp')).toHaveText('已取消');
	await page.getByRole('link', { name: '重新报名' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(lecture);
});

test('a full time puts the party on the waitlist and says at which position', async ({ page }) => {
	await page.goto('/events?kind=lecture');
	await page.getByRole('link', { name: /急救培训/ }).click();
	await page.getByRole('link', { name: /14:00—15:30/ }).click();
	await fill(page, newPhone());
	await page.getByRole('button', { name: '排进候补' }).click();
	await expect(page.locator('.stamp')).toHaveText('候补');
	await expect(page.locator('.slip')).toContainText(/候补第 \d+ 位/);
});

test('a cancelled event says so with its reason and takes no sign-up', async ({ page }) => {
	await page.goto('/events?kind=lecture');
	await page.getByRole('link', { name: /人情账怎么算/ }).click();
	await expect(page.getByRole('alert')).toContainText('宣讲员身体不适');
	await expect(page.locator('a[href*="sign-up"]')).toHaveCount(0);
});

test('drafts, unknown and malformed addresses are pages that do not exist', async ({ page }) => {
	for (const path of ['/events/00000000-0000-7000-8000-000000000000', '/events/nonsense', '/slip/..%2f', '/nothing']) {
		expect((await page.goto(path))!.status(), path).toBe(404);
	}
	await page.goto('/events?kind=lecture');
	await expect(page.getByText('乡村里的新风'), 'a draft is not announced').toHaveCount(0);
});

for (const path of ['/', '/events', '/slip', '/pledge', '/trends', '/trends/figures', '/privacy']) {
	test(`${path} ships no script, fits in 14 KB and does not scroll sideways at 320 px`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto(path);
		expect(await page.locator('script').count()).toBe(0);
		expect(await weigh(page)).toBeLessThanOrEqual(budget);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	});
}

async function openForm(page: Page, title: string): Promise<void> {
	await page.goto('/events?kind=lecture');
	await page.getByRole('link', { name: new RegExp(title) }).click();
	await page.getByRole('link', { name: /^报名/ }).first().click();
}

async function fill(page: Page, phone: string): Promise<void> {
	await page.getByLabel('姓名').fill('试名乙');
	await page.getByLabel('电话').fill(phone);
	await page.getByLabel('三星村').check();
	await page.getByLabel('2 位').check();
}

async function signUp(page: Page, phone: string): Promise<{ code: string }> {
	await openForm(page, lecture);
	await fill(page, phone);
	await page.getByRole('button', { name: '确认报名' }).click();
	await expect(page.locator('.slip')).toBeVisible();
	return { code: (await page.locator('.slip .code').innerText()).replace(/\s/g, '') };
}
