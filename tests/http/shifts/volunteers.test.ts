import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, pageOf } from '../visit';

let nth = 0;

/** A published event of the town, `days` from now, with shifts of one volunteer each; out: their duties. */
async function newShifts(cadre: Page, days: number, spans: [string, string][]): Promise<string[]> {
	await cadre.goto('/desk/events/new');
	cadre.getByLabel('活动类型').selectOption({ label: '会议' });
	cadre.getByLabel('活动名称').fill(`试换班 ${Date.now()} ${++nth}`);
	cadre.getByLabel('地点').fill('镇文化站');
	cadre.getByLabel('联系电话').fill('023-7123 4567');
	const on = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
	cadre.getByLabel('日期').first().fill(on);
	cadre.getByLabel('开始').first().fill('08:00');
	cadre.getByLabel('结束').first().fill('18:00');
	await cadre.getByRole('button', { name: '存为草稿' }).click();
	await cadre.getByRole('button', { name: '发布活动' }).click();
	await cadre.goto(`${cadre.url().split('?')[0]}/shifts`);
	const duties: string[] = [];
	for (const [from, to] of spans) {
		const duty = `换岗 ${Date.now()} ${++nth}`;
		const form = cadre.locator('form[action="?/add"]');
		form.getByLabel('做什么').fill(duty);
		form.getByLabel('开始').fill(from);
		form.getByLabel('结束').fill(to);
		form.getByLabel('需要几人').fill('1');
		await form.getByRole('button').click();
		expect(cadre.locator('.rows')).toContainText(duty);
		duties.push(duty);
	}
	return duties;
}

const row = (page: Page, duty: string) =>
	page.locator('.rows > li').filter({ has: page.getByText(duty, { exact: true }) });

async function take(page: Page, duty: string) {
	await page.goto('/schedule');
	await row(page, duty).getByRole('button').click();
	expect(page.getByRole('status')).toContainText('领好了');
}

/** The schedule's headings from the top, with the list under each. */
const under = (page: Page, heading: string) => page.locator('main > h2', { hasText: heading }).locator('~ ul').first();

test('who waits for a full shift sees the place in line, and has the shift once it is given back', async () => {
	const [cadre, mei, tang] = await Promise.all(['wu', 'mei', 'tang'].map(pageOf));
	const [duty] = await newShifts(cadre!, 52, [['09:00', '11:00']]);
	await take(mei!, duty!);
	await tang!.goto('/schedule');
	await tang!.getByText('已满员的', { exact: true }).click();
	await row(tang!, duty!).getByRole('button', { name: '候补' }).click();
	expect(tang!.getByRole('status')).toContainText('排好了');
	expect(row(tang!, duty!)).toContainText('候补第 1 位');
	await cadre!.reload();
	expect(row(cadre!, duty!)).toContainText('候补：唐示例');
	await row(mei!, duty!).locator('summary').click();
	await row(mei!, duty!).getByRole('button', { name: '退掉' }).click();
	expect(mei!.getByRole('status')).toContainText('已退班');
	await tang!.goto('/schedule');
	expect(under(tang!, '我要去的')).toContainText(duty!);
});

test('two volunteers exchange their shifts, with the other’s consent', async () => {
	const [cadre, mei, tang] = await Promise.all(['wu', 'mei', 'tang'].map(pageOf));
	const [early, late] = await newShifts(cadre!, 54, [
		['09:00', '11:00'],
		['13:00', '15:00']
	]);
	await take(mei!, early!);
	await take(tang!, late!);
	await mei!.goto('/schedule');
	await row(mei!, early!).locator('summary').click();
	await row(mei!, early!).getByRole('link', { name: '请人代班或换班' }).click();
	mei!.getByLabel('请谁').selectOption({ label: '唐示例（三星村）' });
	await mei!.getByRole('button', { name: '下一步' }).click();
	mei!.getByLabel(`换成“${late}”`).check();
	await mei!.getByRole('button', { name: '请唐示例' }).click();
	expect(row(mei!, early!)).toContainText(`已请唐示例用“${late}”`);

	await tang!.goto('/schedule');
	const request = tang!.locator('.rows > li').filter({ hasText: '梅示例想和您换班' }).filter({ hasText: early! });
	await request.getByRole('button', { name: '同意' }).click();
	expect(tang!.getByRole('status')).toContainText('换好了');
	expect(under(tang!, '我要去的')).toContainText(early!);
	expect(under(tang!, '我要去的')).not.toContainText(late!);
	await mei!.goto('/schedule');
	expect(under(mei!, '我要去的')).toContainText(late!);
	expect(under(mei!, '我要去的')).not.toContainText(early!);
});

test('hours typed wrong keep what was typed; an accepted correction stands on the certificate', async () => {
	const tang = await pageOf('tang');
	await tang.goto('/schedule');
	const unsaid = under(tang, '请报一报时长').locator('li').filter({ hasText: '收拾场地' });
	unsaid.getByLabel('小时').fill('9');
	await unsaid.getByRole('button', { name: '报“收拾场地”的时长' }).click();
	expect(tang.getByRole('alert')).toContainText('不能超过班次');
	expect(unsaid.getByLabel('小时')).toHaveValue('9');
	unsaid.getByLabel('小时').fill('１');
	unsaid.getByLabel('分钟').fill('');
	await unsaid.getByRole('button', { name: '报“收拾场地”的时长' }).click();
	expect(tang.getByRole('status')).toContainText('等组织单位核对');
	expect(under(tang, '请报一报时长')).toContainText('已报 1 小时');

	expect(under(tang, '请报一报时长')).toContainText('十一点就收摊了');
	await tang.getByRole('button', { name: '认可 2 小时 30 分钟' }).click();
	expect(tang.getByRole('status')).toContainText('双方一致');
	await tang.getByRole('link', { name: '服务时长证明' }).click();
	expect(tang.locator('article')).toContainText('兹证明唐示例');
	expect(tang.locator('article')).toContainText('四小时');
	expect(tang.locator('article h2')).toBeVisible();
});

test('the calendar’s address opens without signing in, until it is renewed or revoked', async () => {
	const visitor = newPage().session;
	const mei = await pageOf('mei');
	await mei.goto('/schedule/feed');
	const make = async () => {
		await mei.locator('form[action="?/make"] button').click();
		return mei.locator('.slip-stub strong').innerText();
	};
	const first = await make();
	const answer = await visitor.get(first);
	expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
	expect(answer.headers.get('cache-control')).toBe('private, no-store');
	const text = answer.text().replace(/\r\n /g, '');
	expect(text).toContain('BEGIN:VCALENDAR');
	expect(text).toContain('SUMMARY:迎宾签到 · 无偿献血、为爱挽袖');
	expect(text, '08:30 of the town, in UTC').toMatch(/DTSTART:\d{8}T003000Z/);
	for (const line of text.split('\r\n')) expect(line).not.toContain('唐示例');

	await mei.goto('/schedule/feed');
	expect(mei.locator('main'), 'it is shown once').not.toContainText(first.split('/').pop()!);
	const second = await make();
	expect((await visitor.get(first)).status).toBe(404);
	expect((await visitor.get(second)).status).toBe(200);
	await mei.goto('/schedule/feed');
	await mei.locator('summary').click();
	await mei.getByRole('button', { name: '停用这个地址' }).click();
	expect(mei.getByRole('status')).toContainText('已停用');
	expect((await visitor.get(second)).status).toBe(404);
	expect((await visitor.get('/feeds/shifts/nothing.ics')).status).toBe(404);
});
