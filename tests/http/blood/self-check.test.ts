import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone } from '../visit';
import { budget, weigh } from '../weigh';
import { openCheck, say, openDrive } from './open-check';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const send = (page: Page) => page.getByRole('button', { name: '看看能不能献' }).click();

test('a villager checks, chooses a quarter-hour, agrees to the list, and takes the consent back on the slip', async () => {
	const page = newPage();
	await openCheck(page);
	say(page);
	await send(page);
	expect(page.locator('main')).toContainText('可以来献');
	expect(page.locator('main'), 'the weight of a woman').toContainText('45 公斤');
	await page.getByRole('button', { name: /10:45—11:00/ }).click();
	expect(page.url(), 'nothing of the check stands in the address').not.toMatch(/eligible|1990|check=/);
	expect(page.getByLabel('2 位')).toHaveCount(0);
	page.locator('#name').fill('试名丁');
	page.locator('#phone').fill('123');
	page.getByLabel('三星村').check();
	await page.getByRole('button', { name: '确认报名' }).click();
	expect(page.locator('#phone-error')).toBeVisible();
	page.locator('#phone').fill(newPhone());
	expect(page.getByLabel('同意把我的姓名、电话交给'), 'never ticked beforehand').not.toBeChecked();
	page.getByLabel('同意把我的姓名、电话交给').check();
	await page.getByRole('button', { name: '确认报名' }).click();
	expect(page.locator('.stamp')).toHaveText('已确认');
	expect(page.getByText('改人数')).toHaveCount(0);
	await page.getByText('交给血站的名单').click();
	await page.getByRole('button', { name: '撤回同意' }).click();
	await page.getByText('交给血站的名单').click();
	expect(page.getByRole('button', { name: '同意交给血站' })).toBeVisible();
});

test('who cannot come reads why and from which day; what is wrong is said on its field; without a check no one signs up', async () => {
	const page = newPage();
	await openCheck(page);
	await send(page);
	for (const name of ['bornOn', 'sex', 'lastKind', 'hasRead']) expect(page.locator(`#${name}-error`)).toBeVisible();
	say(page, { last: '献过，最近一次是全血' });
	await send(page);
	expect(page.locator('#lastOn-error')).toContainText('哪天');
	expect(page.getByLabel('出生日期')).toHaveValue('19900105');
	expect(page.locator('#reaction-error')).toBeVisible();
	page.getByLabel('最近一次是哪天献的').fill(daysAgo(40));
	page.getByLabel('没有', { exact: true }).check();
	await send(page);
	expect(page.locator('main')).toContainText(/这次还不行，\d{4}年.+起可以/);
	expect(page.locator('main')).toContainText('离上次献全血还太近');
	expect(page.getByRole('button', { name: /09:45/ })).toHaveCount(0);
	const drive = page.url().replace(/\/self-check.*/, '');
	await page.goto(drive);
	expect(page.locator('a[href*="sign-up"]')).toHaveCount(0);
	const slot = /slots\/|slot=([0-9a-f-]{36})/.exec(page.content())?.[1] ?? '';
	await page.goto(`${drive}/sign-up?slot=${slot}`);
	expect(page).toHaveURL(/#slots$|self-check$/);
	await page.goto(`${drive.replace(/[^/]+$/, '00000000-0000-7000-8000-000000000000')}/self-check`);
	expect(page.locator('h1')).toBeVisible();
});

test('several entries are ticked at once, each with its day, and the longest wait counts', async () => {
	const page = newPage();
	await openCheck(page);
	say(page);
	page.getByLabel(/^洗牙/).check();
	page.getByLabel(/^被狗猫等咬伤/).check();
	await send(page);
	expect(page.locator('#on-bite-error')).toContainText('哪天');
	expect(page.getByLabel(/^洗牙/), 'what was ticked stays').toBeChecked();
	page.locator('#on-dental-cleaning').fill(daysAgo(1));
	page.locator('#on-bite').fill(daysAgo(30));
	await send(page);
	expect(page.locator('main')).toContainText(/这次还不行，\d{4}年.+起可以/);
	expect(page.locator('main')).toContainText(/被狗猫等咬伤、抓伤后打的狂犬疫苗：要等到/);
	expect(page.locator('main').innerText()).toContain(String(new Date(Date.now() + 335 * 86_400_000).getFullYear()));
});

test('a donor of 58 is to ask the station first, and cannot go on after a reaction', async () => {
	const page = newPage();
	const born = `${new Date().getFullYear() - 59}1231`;
	for (const [reaction, answer] of [
		['没有', '请先问血站'],
		['有过', '又有过不良反应，不能再献']
	] as const) {
		await openCheck(page);
		say(page, { born, last: '献过，最近一次是全血' });
		page.getByLabel('最近一次是哪天献的').fill(daysAgo(400));
		page.getByLabel(reaction, { exact: true }).check();
		await send(page);
		expect(page.locator('main')).toContainText(answer);
		expect(page.locator('main')).not.toContainText('可以来献');
	}
});

test('a donation before the 18th birthday is refused, and a man who ticks pregnancy is asked which is wrong', async () => {
	const page = newPage();
	await openCheck(page);
	say(page, { last: '献过，最近一次是全血' });
	page.getByLabel('没有', { exact: true }).check();
	page.getByLabel('最近一次是哪天献的').fill('1989-06-01');
	await send(page);
	expect(page.locator('#lastOn-error')).toContainText('还没到献血的年龄');
	page.getByLabel('最近一次是哪天献的').fill('2015-06-01');
	page.getByLabel('男', { exact: true }).check();
	page.getByLabel(/^怀孕/).check();
	await send(page);
	expect(page.locator('#sex-error')).toContainText('哪个不对');
});

test('answers that contradict each other are asked about on their field, and nothing is decided', async () => {
	const page = newPage();
	await openCheck(page);
	say(page);
	page.locator('#on-tattoo').fill(daysAgo(20));
	await send(page);
	expect(page.locator('#on-tattoo-error')).toContainText('没有打勾');
	expect(page.locator('main')).not.toContainText('可以来献');
	page.locator('#on-tattoo').fill('');
	for (const [field, typed] of [
		['lastOn', daysAgo(30)],
		['plateletsInYear', '3']
	] as const) {
		page.locator(`#${field}`).fill(typed);
		await send(page);
		expect(page.locator('#lastKind-error'), field).toContainText('哪个不对');
		page.locator(`#${field}`).fill('');
	}
	page.getByLabel('有过', { exact: true }).check();
	await send(page);
	expect(page.locator('#lastKind-error')).toContainText('哪个不对');

	page.getByLabel('献过，最近一次是血小板', { exact: true }).check();
	page.getByLabel('机采血小板', { exact: true }).check();
	page.getByLabel('没有', { exact: true }).check();
	page.locator('#lastOn').fill(daysAgo(30));
	page.locator('#plateletsInYear').fill('0');
	await send(page);
	expect(page.locator('#plateletsInYear-error')).toContainText('对不上');
	page.locator('#plateletsInYear').fill('1');
	await send(page);
	expect(page.locator('main')).toContainText('可以来献');
});

test('who wants to give platelets again says how often in the year, and 24 times are the most', async () => {
	const page = newPage();
	await openCheck(page);
	say(page, { last: '献过，最近一次是血小板' });
	page.getByLabel('机采血小板', { exact: true }).check();
	page.getByLabel('没有', { exact: true }).check();
	page.getByLabel('最近一次是哪天献的').fill(daysAgo(40));
	await send(page);
	expect(page.locator('#plateletsInYear-error')).toContainText('几次血小板');
	page.locator('#plateletsInYear').fill('２４');
	await send(page);
	expect(page.locator('main')).toContainText('满 24 次了');
});

for (const view of ['normal', 'elder']) {
	test(`the pages of blood drives ship no script and weigh at most 14 KB in the ${view} view`, async () => {
		const page = newPage();
		page.session.cookies.set('view', view);
		await openDrive(page);
		const drive = page.url();
		for (const path of [drive, `${drive}/self-check`, '/trends/blood-drives']) {
			await page.goto(path);
			expect(page.locator('script'), path).toHaveCount(0);
			expect(await weigh(page), path).toBeLessThanOrEqual(budget);
		}
	});
}
