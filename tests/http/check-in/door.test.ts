import { test } from 'vitest';
import { expect } from '../expect';
import { fillSpan } from '../acts';
import type { Page } from '../page';
import { newPage, newPhone, pageOf } from '../visit';
import { newDoorEvent, slipCodeOf, spanFrom } from './door-event';

test('the whole door works on a small phone without scripts', async () => {
	const cadre = await pageOf('wu');
	const event = await newDoorEvent(cadre);
	const first = await comes(event, '试名甲', 2);
	await comes(event, '试名乙', 1);
	const waits = await comes(event, '试名丙', 2);
	const page = await pageOf('mei');
	await page.goto(`/door/${event}`);
	expect(count(page)).toContainText('来了 0 ／ 3');
	await typeCodes(page, first, waits);
	await findByName(page);

	await page.getByRole('link', { name: '没报名的，现场登记' }).click();
	expect(page.getByRole('button', { name: '登记，请进' })).toBeVisible();
	await walkIn(page, 1);
	expect(answerText(page), 'before the start the line goes first').toHaveText('还没有名额，排在候补第 2 位');

	await beginEarly(cadre, event);
	await page.goto(`/door/${event}`);
	await fillPlaces(page);
	await complete(cadre, event);
	await page.goto(`/door/${event}`);
	expect(page.locator('main')).toContainText('活动已经办结');
	expect(page.getByRole('button', { name: '签到', exact: true })).toHaveCount(0);
});

const comes = (event: string, name: string, partySize: number) =>
	slipCodeOf(newPage(), event, { name, phone: newPhone(), partySize });

const row = (page: Page, name: string) => page.locator('.door-list > li').filter({ hasText: name });
const answerText = (page: Page) => page.locator('.answer .said');
const count = (page: Page) => page.locator('.door-count');

async function typeCode(page: Page, code: string): Promise<void> {
	page.getByLabel('凭条上的码').fill(code);
	await page.getByRole('button', { name: '签到', exact: true }).click();
}

async function walkIn(page: Page, people: number): Promise<void> {
	page.getByLabel(String(people), { exact: true }).check();
	await page.getByRole('button', { name: '登记，请进' }).click();
}

/** A code that is new, one that was used, one that waits for a place, and one that no slip has. */
async function typeCodes(page: Page, first: string, waits: string): Promise<void> {
	await typeCode(page, first.toLowerCase());
	expect(answerText(page)).toHaveText('请进 · 试名甲 2 位');
	expect(count(page)).toContainText('来了 2 ／ 3');
	await typeCode(page, first);
	expect(answerText(page)).toContainText('已经签过到了');
	await typeCode(page, waits);
	expect(answerText(page)).toHaveText('还在候补，没有名额');
	await typeCode(page, 'AAAAAA');
	expect(answerText(page)).toHaveText('没有这个码');
}

/** A party that has lost its slip is found by its name. */
async function findByName(page: Page): Promise<void> {
	page.getByLabel('姓名，或电话后四位').fill('名乙');
	await page.getByRole('button', { name: '查找' }).click();
	expect(page.locator('.door-list').first().locator('li')).toHaveCount(1);
	await row(page, '试名乙').getByRole('button').first().click();
	expect(count(page)).toContainText('来了 3 ／ 3');
	await row(page, '试名乙').first().getByRole('button', { name: '撤销试名乙的签到' }).click();
	expect(answerText(page)).toHaveText('已撤销 · 试名乙');
	expect(count(page)).toContainText('来了 2 ／ 3');
}

async function beginEarly(cadre: Page, event: string): Promise<void> {
	await cadre.goto(`/desk/events/${event}/slots`);
	await cadre.locator('details summary').first().click();
	fillSpan(cadre, spanFrom(-5));
	cadre.locator('[name=reason]').first().fill('提前开始');
	await cadre.getByRole('button', { name: '保存', exact: false }).first().click();
}

/** Once the event has begun, places of those who are not there can be given away. */
async function fillPlaces(page: Page): Promise<void> {
	await walkIn(page, 1);
	expect(answerText(page)).toHaveText('请进 · 现场来的 1 位');
	await walkIn(page, 1);
	expect(answerText(page)).toHaveText('满了，没有空位');
	await page.locator('.answer').getByRole('link', { name: '现在就放号' }).click();
	await page.getByRole('button', { name: '放 1 个号' }).click();
	expect(answerText(page)).toContainText('放号了');
	await row(page, '试名丙').getByRole('button').click();
	expect(answerText(page), 'two do not fit one place').toHaveText('满了，没有空位');
	await walkIn(page, 1);
	expect(answerText(page)).toHaveText('请进 · 现场来的 1 位');
	await row(page, '试名乙').getByRole('button').first().click();
	expect(answerText(page), 'a party that comes late may find its place gone').toHaveText('满了，没有空位');
}

async function complete(cadre: Page, event: string): Promise<void> {
	await cadre.goto(`/desk/events/${event}/complete`);
	cadre.getByLabel('另外没签到的有几位').fill('3');
	await cadre.locator('main form .primary').click();
	expect(cadre.locator('main')).toContainText('7 人（签到 4，没签到 3）');
}
