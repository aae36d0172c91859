import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone, pageOf } from '../visit';
import { addDays, dateOf } from '../../../src/lib/domain/calendar/calendar';

const soon = () => addDays(dateOf(Date.now()), 3);

async function fillBanquet(page: Page, phone: string): Promise<void> {
	await page.goto('/desk/banquets/new');
	page.check('[name=origin][value=declared]');
	page.selectOption('[name=unitId]', { label: '三星村' });
	page.fill('[name=hostName]', '欧阳试办');
	page.fill('[name=hostPhone]', phone);
	page.check('[name=occasion][value=school]');
	page.fill('[name=plannedOn]', soon());
	page.fill('[name=meals]', '2');
	page.fill('[name=tablesPlanned]', '90');
}

/** Records a banquet as Liu; out: its path and the household's code. */
async function declare(page: Page, phone: string): Promise<{ path: string; code: string }> {
	await fillBanquet(page, phone);
	await page.getByRole('button', { name: '登记', exact: true }).click();
	expect(page.getByText('登记好了')).toBeVisible();
	const path = new URL(page.url()).pathname;
	await page.goto(`${path}/receipt`);
	const code = page.locator('.code').innerText().replace(/\s/g, '');
	return { path, code };
}

test('a banquet beyond the village rule is recorded all the same, with advice and no block', async () => {
	const page = await pageOf('liu');
	const phone = newPhone();
	const { path } = await declare(page, phone);
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
	await declare(page, phone);
	await fillBanquet(page, phone);
	await page.getByRole('button', { name: '登记', exact: true }).click();
	expect(page.getByRole('alert')).toContainText('已经登记过了');
});

test('a dissuasion waits for a second person, who is not the first', async () => {
	const liu = await pageOf('liu');
	const { path } = await declare(liu, newPhone());
	await liu.goto(`${path}/dissuasion`);
	liu.check('[name=outcome][value=cancelled]');
	await liu.getByRole('button', { name: '保存劝导结果' }).click();
	expect(liu.getByText('需由第二人确认')).toBeVisible();
	expect(liu.getByText('已取消')).toBeVisible();
	expect(liu.getByText(/估算公式：（计划 90 桌 − 实办 0 桌）/)).toBeVisible();
	expect(liu.getByRole('button', { name: '核实无误，确认' })).toHaveCount(0);

	const wu = await pageOf('wu');
	await wu.goto('/desk/dissuasions');
	const row = wu.locator('.rows > li').filter({ has: wu.locator(`a[href^="${path}"]`) });
	await row.getByRole('button', { name: '核实无误，确认' }).click();
	expect(row).toContainText('计入劝停数');
});

test('a household opens its own record, answers it, and sees correction and reply', async () => {
	const liu = await pageOf('liu');
	const phone = newPhone();
	const { path, code } = await declare(liu, phone);
	const household = path.replace('/desk/banquets', '/household');

	const villager = newPage();
	await villager.goto(household);
	expect(villager, 'the address alone opens nothing').toHaveURL(/\/slip$/);
	villager.fill('[name=phone]', phone);
	villager.fill('[name=code]', code);
	await villager.locator('main form button').click();
	expect(villager).toHaveURL(new RegExp(household));
	expect(villager.locator('script')).toHaveCount(0);
	villager.fill('[name=text]', '只有 30 桌。');
	await villager.getByRole('button', { name: '发给村里' }).click();
	expect(villager.getByRole('status')).toContainText('收到了');

	await liu.goto(`${path}/correct`);
	liu.fill('[name=tablesPlanned]', '30');
	liu.fill('[name=reason]', '住户说只有 30 桌');
	await liu.getByRole('button', { name: '保存更正' }).click();
	expect(liu.getByText('只有 30 桌。')).toBeVisible();
	liu.fill('[name=text]', '已改为 30 桌。');
	await liu.getByRole('button', { name: '发出答复' }).click();
	expect(liu.getByText('已改为 30 桌。')).toBeVisible();

	await villager.goto(household);
	expect(villager.getByText('已改为 30 桌。')).toBeVisible();
	expect(villager.getByText('计划桌数由“90”改为“30”')).toBeVisible();
	expect(villager.getByText('原因：住户说只有 30 桌')).toBeVisible();
});

test('the month shows what is planned by day and village, with lunar days and festivals; an empty one says so', async () => {
	const liu = await pageOf('liu');
	const { path } = await declare(liu, newPhone());
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

test('a village sets its rule with its own words and occasions, and the office sees them quoted', async () => {
	const he = await pageOf('he');
	await he.goto('/desk/banquets/rules');
	expect(he.getByText('《河沙村村规民约》第九条')).toBeVisible();
	await he.getByRole('link', { name: '照这条改' }).first().click();
	expect(he.locator('[name=noticeDays]')).toHaveValue('10');
	he.selectOption('[name=unitId]', { label: '河沙村五组' });
	he.uncheck('[name=discourages-school]');
	he.fill('[name=wording]', '考上大学，请老师吃杯茶。');
	await he.getByRole('button', { name: '保存标准' }).click();
	expect(he.getByText('“考上大学，请老师吃杯茶。”')).toBeVisible();
	expect(he.getByText('提倡不办酒的：寿宴、乔迁、满月、参军、其他。')).toBeVisible();
});

test('a cadre of another village is refused, and an unknown banquet is not found', async () => {
	const liu = await pageOf('liu');
	const { path } = await declare(liu, newPhone());
	const he = await pageOf('he');
	for (const page of ['', '/outcome', '/visit', '/dissuasion', '/correct', '/receipt']) {
		expect((await he.goto(path + page)).status, page).toBe(403);
	}
	expect((await he.goto('/desk/banquets/00000000-0000-7000-8000-00000000dead')).status).toBe(404);
	expect((await he.goto('/desk/banquets/nonsense')).status).toBe(404);
});
