import { test } from 'vitest';
import { inDays, newTitle } from '../acts';
import { expect } from '../expect';
import type { Page } from '../page';
import { pageOf } from '../visit';

const newMatter = () => newTitle('试记一件');

const unfold = (page: Page, title: string) => page.locator('summary', { hasText: title }).click();

async function fill(page: Page, matter: string, { kind = '矛盾纠纷', receivedOn = inDays(-3), dueOn = '' } = {}) {
	await page.goto('/desk/cases/new');
	page.getByLabel(kind, { exact: true }).check();
	page.getByLabel('什么事').fill(matter);
	page.getByLabel('受理日期').fill(receivedOn);
	page.getByLabel('办结期限').fill(dueOn);
	page.getByLabel('村（社区）', { exact: true }).check();
}

async function record(page: Page, matter: string, facts = {}): Promise<string> {
	await fill(page, matter, facts);
	await page.getByRole('button', { name: '记入台账' }).click();
	expect(page.getByRole('status')).toContainText('已记入台账');
	return page.url().split('?')[0]!;
}

test('a cadre records a dispute, settles it once, corrects the result, opens it again and strikes it out', async () => {
	const page = await pageOf('liu');
	const address = await record(page, newMatter());
	expect(page.locator('.tag').first()).toContainText('未化解');
	page.getByLabel('办结日期').fill(inDays(-1));
	page.getByLabel('结果').first().fill('双方和解');
	await page.getByRole('button', { name: '写入结果' }).click();
	expect(page.getByRole('status')).toContainText('结果已写入');
	expect(page.locator('.facts')).toContainText('双方和解');
	expect(page.locator('.tag').first()).toContainText('已化解');

	await unfold(page, '更正结果');
	page.locator('#settlement-settledOn').fill(inDays(-2));
	page.locator('#settlement-reason').fill('日期写错');
	await page.getByRole('button', { name: '更正结果' }).click();
	expect(page.getByText('原因：日期写错')).toBeVisible();

	await unfold(page, '其实没有办结');
	page.locator('#reopen-reason').fill('一方反悔');
	await page.getByRole('button', { name: '重新办理' }).click();
	expect(page.getByRole('status')).toContainText('已改为没办结');
	expect(page.locator('.tag').first()).toContainText('未化解');

	await unfold(page, '划去这一件');
	await page.getByRole('button', { name: '确定划去' }).click();
	expect(page.locator('#removal-reason-error')).toContainText('为什么划去');
	page.locator('#removal-reason').fill('试录');
	await page.getByRole('button', { name: '确定划去' }).click();
	await page.goto(address);
	expect(page.getByRole('alert')).toContainText('试录');
});

test('wrong input is answered on its field, and nothing typed is lost', async () => {
	const page = await pageOf('liu');
	await fill(page, '试记错项', { kind: '民呼我为', dueOn: '' });
	await page.getByRole('button', { name: '记入台账' }).click();
	expect(page.locator('#dueOn-error')).toContainText('办结期限');
	expect(page.getByLabel('什么事')).toHaveValue('试记错项');
	page.getByLabel('办结期限').fill(inDays(-9));
	await page.getByRole('button', { name: '记入台账' }).click();
	expect(page.locator('#dueOn-error')).toContainText('受理日期还早');
});

test('what is overdue stands first, and filters narrow the list down', async () => {
	const page = await pageOf('liu');
	const matter = newMatter();
	await record(page, matter, { kind: '三级联动事件', receivedOn: inDays(-400), dueOn: inDays(-390) });
	await page.goto('/desk/cases');
	expect(page.locator('.rows li').first()).toContainText(matter);
	expect(page.locator('.rows li').first()).toContainText('已逾期');
	await page.goto('/desk/cases?state=overdue&kind=incident');
	expect(page.getByText(matter)).toBeVisible();
	await page.goto('/desk/cases?state=settled');
	expect(page.getByText(matter)).toHaveCount(0);
	expect(page.locator('.rows li').first()).toContainText(/已化解|已办结|逾期办结/);
	await page.goto('/desk/cases?year=1999');
	expect(page.getByText('没有符合条件的事项')).toBeVisible();
});

test('hostile text is text, and its end is in the list as well', async () => {
	const page = await pageOf('liu');
	const matter = `<script>alert(1)</script>"'&\u202e ${Date.now()}`;
	await record(page, matter);
	expect(page.locator('h1')).toContainText('<script>alert(1)</script>');
	await page.goto('/desk/cases');
	expect(page.locator('main script')).toHaveCount(0);
});

test('another village’s cadre neither sees nor opens a case, a volunteer has no such page, the town sees it', async () => {
	const page = await pageOf('liu');
	const matter = newMatter();
	const address = await record(page, matter);
	const other = await pageOf('he');
	expect((await other.goto(address)).status).toBe(403);
	await other.goto('/desk/cases?state=open');
	expect(other.getByText(matter)).toHaveCount(0);
	expect((await (await pageOf('mei')).goto('/desk/cases')).status).toBe(403);
	expect((await (await pageOf('wu')).goto(address)).status).toBe(200);
});

test('a due day without end is asked about on its field, whatever year it is', async () => {
	const page = await pageOf('liu');
	const send = async (dueOn: string) => {
		await fill(page, newMatter(), { dueOn });
		await page.getByRole('button', { name: '记入台账' }).click();
		return page.locator('#dueOn-error');
	};
	expect(await send('9999-12-31')).toContainText('年份不大可能');
	expect(await send('2062-11-12')).toContainText('超过三年');
});
