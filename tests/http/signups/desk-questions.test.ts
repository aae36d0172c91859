import { test } from 'vitest';
import { expect } from '../expect';
import { newTitle, publishEvent, signUpFor } from '../acts';
import type { Page } from '../page';
import { newPage, newPhone, pageOf } from '../visit';

/** A lecture of 三星村, published, with room for everybody. Out: its path on the desk. */
const publish = (page: Page): Promise<string> =>
	publishEvent(page, { title: newTitle('试问答'), kind: '讲座宣讲：健康讲座', place: '三星村文化广场' });

async function add(page: Page, kind: string, wording: string, { choices = '', required = false } = {}) {
	const form = page.locator('form[action="?/add"]');
	form.getByLabel(/^问题/).fill(wording);
	form.getByLabel(kind, { exact: true }).check();
	form.getByLabel(/^选项/).fill(choices);
	if (required) form.locator('[name=isRequired]').check();
	await form.getByRole('button', { name: '加一个问题' }).click();
}

/** A villager signs a party up, in a browser of their own, and answers. */
async function answer(path: string, partySize: number, fill: (villager: Page) => void) {
	const villager = newPage();
	await signUpFor(villager, path, { name: '试名己', phone: newPhone('133'), partySize });
	await villager.goto(`${villager.url().replace(/(\/slip\/[0-9a-f-]{36}).*/, '$1')}/questions`);
	fill(villager);
	await villager.getByRole('button', { name: '答好了' }).click();
	expect(villager.locator('.slip')).toBeVisible();
}

test('a cadre asks, sees the answers masked and summed up, and takes them away as a file', async () => {
	const page = await pageOf('liu');
	const path = await publish(page);
	await page.getByRole('link', { name: '报名问题' }).click();
	expect(page.locator('main')).toContainText('不要问身体情况');
	await add(page, '选一个', '坐哪趟车？', { choices: '早班' });
	expect(page.locator('[id="new-choices-error"]')).toContainText('2–10 个选项');
	expect(page.locator('form[action="?/add"]').getByLabel(/^问题/)).toHaveValue('坐哪趟车？');
	await add(page, '选一个', '坐哪趟车？', { choices: '早班\n晚班', required: true });
	await add(page, '填数字', '带几个孩子？');
	await add(page, '写一句话', '还有什么要说的？');
	await page.getByRole('button', { name: '上移：带几个孩子？' }).click();
	expect(page.locator('.rows > li').first()).toContainText('带几个孩子？');
	expect(page.locator('[inert]'), 'as a villager sees it').toContainText('早班');

	await answer(path, 2, (villager) => {
		const people = villager.locator('main form section');
		people.nth(0).getByLabel('早班').check();
		people
			.nth(0)
			.getByLabel(/带几个孩子/)
			.fill('２');
		people
			.nth(0)
			.getByLabel(/还有什么/)
			.fill('=1+1');
		people.nth(1).getByLabel('晚班').check();
	});
	await page.goto(`${path}/answers`);
	expect(page.locator('.ledger').first()).toContainText('早班 1 人 · 晚班 1 人');
	expect(page.locator('.ledger').first()).toContainText('合计 2，中位数 2');
	expect(page.locator('.ledger').last()).toContainText('试*己');
	expect(page.locator('.ledger').last()).toContainText('同来的第 2 位');
	await page.getByRole('link', { name: '显示全名和电话' }).click();
	expect(page.locator('.ledger').last()).toContainText('试名己');
	const file = await page.getByRole('button', { name: '导出表格（CSV）' }).download();
	expect(file.fileName()).toMatch(/^试问答.*报名问题的回答.*\.csv$/);
	const [mark, ...lines] = file.text().split(/(?<=^\uFEFF)|\r\n/);
	expect(mark).toBe('\uFEFF');
	expect(lines[0]).toContain('带几个孩子？,坐哪趟车？,还有什么要说的？');
	expect(lines[1]).toMatch(/试名己,1,133 \d{4} \d{4},.*,2,早班,'=1\+1$/);
	expect(lines[2]).toMatch(/同来的第 2 位,2,,.*,,晚班,$/);
});

test('an answered question keeps its choices, may be worded anew, and goes with its answers', async () => {
	const page = await pageOf('liu');
	const path = await publish(page);
	await page.goto(`${path}/questions`);
	await add(page, '选一个', '坐哪趟车？', { choices: '早班\n晚班' });
	await answer(path, 1, (villager) => villager.getByLabel('晚班').check());
	await page.goto(`${path}/questions`);
	const row = page.locator('.rows > li').first();
	await row.getByText('修改或去掉').click();
	expect(row).toContainText('已经有人回答');
	row.getByLabel(/^问题/).fill('');
	await row.getByRole('button', { name: '保存问题' }).click();
	expect(row.locator('.error')).toContainText('请写问题');
	row.getByLabel(/^问题/).fill('坐几点的车？');
	await row.getByRole('button', { name: '保存问题' }).click();
	expect(row).toContainText('坐几点的车？');
	expect(row).toContainText('早班／晚班');
	await row.getByText('修改或去掉').click();
	expect(row).toContainText('1 个回答一并删去');
	await row.getByRole('button', { name: '去掉这个问题' }).click();
	expect(page.locator('main')).toContainText('还没有问题');
});

test('another village’s cadre sees neither questions nor answers, nor the file', async () => {
	const page = await pageOf('liu');
	const path = await publish(page);
	const other = await pageOf('he');
	for (const part of ['/questions', '/answers']) expect((await other.session.get(path + part)).status, part).toBe(403);
	expect((await other.session.post(`${path}/answers.csv`, {})).status).toBe(403);
	const unknown = '/desk/events/00000000-0000-7000-8000-00000000abcd/answers.csv';
	expect((await page.session.post(unknown, {})).status).toBe(404);
});

test('what was erased is said so on the list, the printed sheet and in the answers, and counts stay', async () => {
	const page = await pageOf('zhou');
	await page.goto('/desk/events?view=past&kind=birthday-banquet');
	await page.locator('.ledger tbody a').last().click();
	const address = page.url();
	for (const part of ['/list', '/list?names=full', '/print']) {
		await page.goto(address + part);
		expect(page.locator('main'), part).toContainText('已按期清除');
		expect(page.locator('main'), part).toContainText(/\d 人|已报名/);
	}
});
