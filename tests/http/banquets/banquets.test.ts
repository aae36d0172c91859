import { test } from 'vitest';
import { expect } from '../expect';
import { newPhone, pageOf } from '../visit';
import { fillBanquet, recordBanquet } from './record-banquet';

test('a banquet beyond the village rule is recorded all the same, with advice and no block', async () => {
	const page = await pageOf('liu');
	const phone = newPhone();
	const { path } = await recordBanquet(page, phone);
	await page.goto(path);
	expect(page.getByRole('status').filter({ hasText: '村规倡导' })).toContainText('不影响登记');
	expect(page.getByText('欧**办').first()).toBeVisible();
	expect(page.getByText(phone)).toBeHidden();
	await page.getByText('联系这一户').click();
	expect(page.getByRole('link', { name: `拨打 ${phone}` })).toHaveAttribute('href', `tel:${phone}`);
});

test('an empty form says on each field what is missing, and keeps what was typed', async () => {
	const page = await pageOf('liu');
	await page.goto('/desk/banquets/new');
	page.fill('[name=hostName]', '欧阳试办');
	page.fill('[name=hostPhone]', '12');
	const answer = await page.getByRole('button', { name: '登记', exact: true }).click();
	expect(answer?.status).toBe(400);
	expect(page.locator('#hostPhone')).toHaveAttribute('aria-invalid', 'true');
	expect(page.locator('[name=hostName]')).toHaveValue('欧阳试办');
	expect(page.getByRole('alert')).toContainText('请选事由');
});

test('the same household, occasion and day is not recorded twice', async () => {
	const page = await pageOf('liu');
	const phone = newPhone();
	await recordBanquet(page, phone);
	await fillBanquet(page, phone);
	await page.getByRole('button', { name: '登记', exact: true }).click();
	expect(page.getByRole('alert')).toContainText('已经登记过了');
});

test('a cadre of another village is refused, and an unknown banquet is not found', async () => {
	const liu = await pageOf('liu');
	const { path } = await recordBanquet(liu, newPhone());
	const he = await pageOf('he');
	for (const page of ['', '/outcome', '/visit', '/dissuasion', '/correct', '/receipt']) {
		expect((await he.goto(path + page)).status, page).toBe(403);
	}
	expect((await he.goto('/desk/banquets/00000000-0000-7000-8000-00000000dead')).status).toBe(404);
	expect((await he.goto('/desk/banquets/nonsense')).status).toBe(404);
});
