import { test } from 'vitest';
import { expect } from '../expect';
import { fillSpan, inDays } from '../acts';
import { newPage, pageOf } from '../visit';
import { draftTalk } from './village-talk';

test('a cadre drafts an event, villagers see it once it is published', async () => {
	const page = await pageOf('liu');
	const visitor = newPage().session;
	const { title, path } = await draftTalk(page);
	const publicPath = path.replace('/desk', '');
	expect((await visitor.get(publicPath)).status, 'a draft is for the desk alone').toBe(404);
	await page.getByRole('button', { name: '发布活动' }).click();
	expect(page.getByRole('status')).toContainText('已发布');
	expect((await visitor.get(publicPath)).text()).toContain(title);
	await page.goto('/desk/events');
	expect(page.getByRole('link', { name: title })).toBeVisible();
});

test('wrong input is answered on its field, also in a slot’s row, and keeps what was typed', async () => {
	const page = await pageOf('liu');
	await page.goto('/desk/events/new');
	page.getByLabel('活动名称').fill('只写了名称');
	fillSpan(page, [inDays(30), '10:00', '09:00']);
	await page.getByText('还有别的时段').click();
	page.locator('[name="slots.2.on"]').fill(inDays(31));
	await page.getByRole('button', { name: '存为草稿' }).click();
	expect(page.locator('#kind-error')).toContainText('活动类型');
	expect(page.locator('#place-error')).toContainText('地点');
	expect(page.locator('[id="slots.0.endsAt-error"]')).toContainText('结束比开始早');
	expect(page.locator('[id="slots.2.startsAt-error"]')).toBeVisible();
	expect(page.getByLabel('活动名称')).toHaveValue('只写了名称');
	expect(page.locator('[name="slots.0.endsAt"]')).toHaveValue('09:00');
});

test('a slot more than two years ahead is asked about on its field, and so is one in a year that cannot be', async () => {
	const page = await pageOf('liu');
	await page.goto('/desk/events/new');
	page.locator('[name="slots.0.on"]').fill('2204-12-30');
	await page.getByText('还有别的时段').click();
	page.locator('[name="slots.1.on"]').fill(inDays(800));
	await page.getByRole('button', { name: '存为草稿' }).click();
	expect(page.locator('[id="slots.0.on-error"]')).toContainText('年份不大可能');
	const { path } = await draftTalk(page);
	await page.goto(`${path}/slots`);
	const add = page.locator('form[action="?/add"]');
	const field = (name: string) => add.locator(`[name=${name}]`);
	field('on').fill(inDays(800));
	field('startsAt').fill('09:00');
	field('endsAt').fill('10:00');
	await add.locator('button').first().click();
	expect(page.locator('main')).toContainText('最多排到两年以后');
});

test('another village’s cadre can neither open nor change an event; an unknown one is not found', async () => {
	const page = await pageOf('liu');
	const { path } = await draftTalk(page);
	const other = await pageOf('he');
	for (const part of ['', '/edit', '/slots', '/shifts', '/list', '/print', '/cancel', '/complete'])
		expect((await other.goto(path + part)).status, part || 'overview').toBe(403);
	const id = '00000000-0000-7000-8000-00000000abcd';
	const forged = await other.session.post(`${path}?/publish`, { id });
	expect(forged.status).toBe(403);
	expect((await page.goto(`/desk/events/${id}`)).status).toBe(404);
	expect((await page.goto('/desk/events/nonsense')).status).toBe(404);
});

test('the public list runs forward: its pages are the next and the one before, and no page is a dead end', async () => {
	const page = newPage();
	// As if a first page had ended at an event that is over by now.
	await page.goto('/events?after=1_01900000-0000-7000-8000-000000000000');
	const pager = page.locator('.pager');
	expect(pager).toContainText('← 上一页');
	expect(page.locator('main')).not.toContainText(/较早|较新/);
	const events = page.locator('.rows li').count();
	expect(events).toBeGreaterThan(0);
	await pager.getByRole('link', { name: '上一页' }).click();
	expect(page.locator('.rows li').count()).toBe(events);
	expect(page.getByRole('link', { name: '上一页' })).toHaveCount(0);
	const desk = await pageOf('zhou');
	await desk.goto('/desk/events?view=upcoming&after=1_01900000-0000-7000-8000-000000000000');
	expect(desk.locator('.pager')).toContainText('← 上一页');
	await desk.goto('/desk/events?view=past&after=9999999999999_01900000-0000-7000-8000-000000000000');
	expect(desk.locator('.pager')).toContainText('← 较新的');
});
