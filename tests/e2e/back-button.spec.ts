import { expect, test, type Page } from '@playwright/test';

const lecture = '健康讲座：冬天咳嗽要注意啥';
let phones = 0;
const newPhone = () => `136${String(Date.now()).slice(-6)}${String(++phones).padStart(2, '0')}`;

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
