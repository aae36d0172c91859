import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone, pageOf } from '../visit';
import { addDays, dateOf, timeOf } from '../../../src/lib/domain/calendar/calendar';

const minute = 60_000;
let nth = 0;

/** A day and span of the town that begins so many minutes from now; one that would run into midnight begins after it. */
function spanFrom(minutes: number): [string, string, string] {
	const startsAt = Date.now() + minutes * minute;
	const [on, from] = [dateOf(startsAt), timeOf(startsAt)];
	return from > '23:50' ? [addDays(on, 1), '00:10', '02:00'] : [on, from, '23:59'];
}

function fillSpan(page: Page, [on, from, to]: [string, string, string]) {
	page.getByLabel('日期').first().fill(on);
	page.getByLabel('开始').first().fill(from);
	page.getByLabel('结束').first().fill(to);
}

/** An event of the town that begins within the hour, with four places; out: its id. */
async function newEvent(cadre: Page): Promise<string> {
	await cadre.goto('/desk/events/new');
	cadre.getByLabel('活动类型').selectOption({ label: '会议' });
	cadre.getByLabel('活动名称').fill(`试签到 ${Date.now()} ${++nth}`);
	cadre.getByLabel('地点').fill('镇文化站');
	cadre.getByLabel('联系电话').fill('023-7123 4567');
	fillSpan(cadre, spanFrom(50));
	cadre.getByLabel('名额（人）').first().fill('4');
	await cadre.getByRole('button', { name: '存为草稿' }).click();
	await cadre.getByRole('button', { name: '发布活动' }).click();
	return new URL(cadre.url()).pathname.split('/').at(-1)!;
}

/** A party signs up in a browser of its own; out: the code of its slip. */
async function comes(event: string, name: string, partySize: number): Promise<string> {
	const page = newPage();
	await page.goto(`/events/${event}`);
	await page.locator('a[href*="sign-up"]').first().click();
	page.locator('[name=name]').fill(name);
	page.locator('[name=phone]').fill(newPhone());
	page.locator(`[name=partySize][value="${partySize}"]`).check();
	page.locator('[name=villageId]').first().check();
	await page.locator('main form button').first().click();
	const code = page.locator('.slip .code').first().innerText().trim();
	return code;
}

const row = (page: Page, name: string) => page.locator('.door-list > li').filter({ hasText: name });
const said = (page: Page) => page.locator('.answer .said');
const count = (page: Page) => page.locator('.door-count');

async function typeCode(page: Page, code: string) {
	page.getByLabel('凭条上的码').fill(code);
	await page.getByRole('button', { name: '签到', exact: true }).click();
}

async function walkIn(page: Page, people: number) {
	page.getByLabel(String(people), { exact: true }).check();
	await page.getByRole('button', { name: '登记，请进' }).click();
}

test('the whole door works on a small phone without scripts', async () => {
	const cadre = await pageOf('wu');
	const event = await newEvent(cadre);
	const [first, , waits] = [
		await comes(event, '试名甲', 2),
		await comes(event, '试名乙', 1),
		await comes(event, '试名丙', 2)
	];
	const page = await pageOf('mei');
	await page.goto(`/door/${event}`);
	expect(count(page)).toContainText('来了 0 ／ 3');

	await typeCode(page, first.toLowerCase());
	expect(said(page)).toHaveText('请进 · 试名甲 2 位');
	expect(count(page)).toContainText('来了 2 ／ 3');
	await typeCode(page, first);
	expect(said(page)).toContainText('已经签过到了');
	await typeCode(page, waits);
	expect(said(page)).toHaveText('还在候补，没有名额');
	await typeCode(page, 'AAAAAA');
	expect(said(page)).toHaveText('没有这个码');

	page.getByLabel('姓名，或电话后四位').fill('名乙');
	await page.getByRole('button', { name: '查找' }).click();
	expect(page.locator('.door-list').first().locator('li')).toHaveCount(1);
	await row(page, '试名乙').getByRole('button').first().click();
	expect(count(page)).toContainText('来了 3 ／ 3');
	await row(page, '试名乙').first().getByRole('button', { name: '撤销试名乙的签到' }).click();
	expect(said(page)).toHaveText('已撤销 · 试名乙');
	expect(count(page)).toContainText('来了 2 ／ 3');

	await page.getByRole('link', { name: '没报名的，现场登记' }).click();
	expect(page.getByRole('button', { name: '登记，请进' })).toBeVisible();
	await walkIn(page, 1);
	expect(said(page), 'before the start the line goes first').toHaveText('还没有名额，排在候补第 2 位');

	await cadre.goto(`/desk/events/${event}/slots`);
	await cadre.locator('details summary').first().click();
	fillSpan(cadre, spanFrom(-5));
	cadre.locator('[name=reason]').first().fill('提前开始');
	await cadre.getByRole('button', { name: '保存', exact: false }).first().click();

	await page.goto(`/door/${event}`);
	await walkIn(page, 1);
	expect(said(page)).toHaveText('请进 · 现场来的 1 位');
	await walkIn(page, 1);
	expect(said(page)).toHaveText('满了，没有空位');
	await page.locator('.answer').getByRole('link', { name: '现在就放号' }).click();
	await page.getByRole('button', { name: '放 1 个号' }).click();
	expect(said(page)).toContainText('放号了');
	await row(page, '试名丙').getByRole('button').click();
	expect(said(page), 'two do not fit one place').toHaveText('满了，没有空位');
	await walkIn(page, 1);
	expect(said(page)).toHaveText('请进 · 现场来的 1 位');
	await row(page, '试名乙').getByRole('button').first().click();
	expect(said(page), 'whoever comes late may find the place gone').toHaveText('满了，没有空位');

	await cadre.goto(`/desk/events/${event}/complete`);
	cadre.getByLabel('另外没签到的有几位').fill('3');
	await cadre.locator('main form .primary').click();
	expect(cadre.locator('main')).toContainText('7 人（签到 4，没签到 3）');
	await page.goto(`/door/${event}`);
	expect(page.locator('main')).toContainText('活动已经办结');
	expect(page.getByRole('button', { name: '签到', exact: true })).toHaveCount(0);
});

test('only the door may run the scanner and use the camera', async () => {
	const page = await pageOf('wu');
	const event = await newEvent(page);
	const headersOf = async (path: string) => (await page.session.get(path)).headers;
	const door = await headersOf(`/door/${event}`);
	expect(door.get('content-security-policy')).toContain("'wasm-unsafe-eval'");
	expect(door.get('content-security-policy')).not.toContain("'unsafe-inline'");
	expect(door.get('permissions-policy')).toContain('camera=(self)');
	for (const path of ['/', `/events/${event}`, '/slip', '/door', '/schedule', '/desk', `/desk/events/${event}`]) {
		const other = await headersOf(path);
		expect(other.get('content-security-policy'), path).not.toMatch(/wasm|unsafe/);
		expect(other.get('permissions-policy'), path).toContain('camera=()');
		expect((await page.session.get(path)).text(), path).not.toContain('<script');
	}
});

test('the door is for those who are signed in', async () => {
	const page = newPage();
	await page.goto('/door');
	expect(page).toHaveURL(/\/sign-in/);
});
