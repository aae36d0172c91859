import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { pageOf, signIn } from '../visit';
import { budget, weigh } from '../weigh';
import { exif, jpeg } from '../../integration/ledgers/sample-files';

/** The lecture of three days ago: its public address. */
async function findLecture(page: Page): Promise<string> {
	await page.goto('/desk/events?view=past&kind=lecture');
	const href = page.getByRole('link', { name: /降压药怎么吃/ }).getAttribute('href');
	return href!.replace('/desk', '');
}

const nowhere = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ nothing of the kind') };
const photo = (seed: string) => ({
	name: 'IMG_2026.jpg',
	mimeType: 'image/jpeg',
	buffer: jpeg([exif(6)], Buffer.from(seed))
});

test('a lecture from the cadre’s desk to the villager’s word: speaker, photo with consent, material, feedback', async () => {
	const page = await pageOf('liu');
	const lecture = await findLecture(page);
	const desk = `/desk${lecture}`;

	await page.goto(`${desk}/lecture`);
	page.getByLabel('主讲人', { exact: true }).fill('');
	page.getByLabel('主讲人单位').fill('');
	await page.getByRole('button', { name: '保存' }).click();
	expect(page.locator('#speaker-error')).toContainText('至少填一样');
	page.getByLabel('主讲人', { exact: true }).fill('赵试讲');
	page.getByLabel('主讲人单位').fill('镇卫生院');
	page.getByLabel('主讲人同意在网上公开姓名').check();
	page.getByLabel('老年人').check();
	page.getByLabel('进院坝').check();
	await page.getByRole('button', { name: '保存' }).click();
	expect(page.getByText('赵试讲（同意公开）')).toBeVisible();

	await page.goto(`${desk}/files`);
	const form = page.locator('form', { has: page.locator('input[name=kind][value=photo]') });
	form.locator('input[type=file]').setInputFiles(photo('first'));
	form.getByLabel('说明').fill('坝子里答问的医生');
	await form.getByRole('button', { name: '放一张照片' }).click();
	expect(form.locator('#photo-isAgreed-error')).toContainText('先问过');
	expect(form.getByLabel('说明')).toHaveValue('坝子里答问的医生');
	form.locator('input[type=file]').setInputFiles(nowhere);
	form.getByLabel('照片上的人都同意').check();
	form.getByLabel('问了谁').fill('到场的九位村民');
	await form.getByRole('button', { name: '放一张照片' }).click();
	expect(form.locator('#photo-file-error')).toContainText('这种文件收不了');
	form.locator('input[type=file]').setInputFiles(photo('second'));
	await form.getByRole('button', { name: '放一张照片' }).click();
	expect(page.getByRole('status')).toContainText('已经放上去了');

	await page.goto(lecture);
	expect(page.getByText('镇卫生院 赵试讲')).toBeVisible();
	const shown = page.getByRole('img', { name: '坝子里答问的医生' });
	const served = await page.session.get(shown.getAttribute('src')!);
	expect(served.headers.get('content-type')).toBe('image/jpeg');
	expect(served.headers.get('x-content-type-options')).toBe('nosniff');
	expect(served.body.includes('GPS'), 'no place in it').toBe(false);
	const leaflet = await page.session.get(page.getByRole('link', { name: /一页纸/ }).getAttribute('href')!);
	expect(leaflet.headers.get('content-disposition')).toContain('attachment');
	expect(leaflet.body.subarray(0, 5).toString()).toBe('%PDF-');

	await page.goto(`${desk}/files`);
	const row = page.locator('li', { hasText: '坝子里答问的医生' });
	await row.getByText('去掉', { exact: true }).click();
	row.getByLabel('为什么去掉').fill('有人不同意了');
	await row.getByRole('button', { name: '去掉，不能恢复' }).click();
	expect(page.getByRole('status')).toContainText('已经去掉');
	page.session.cookies.clear();
	expect((await page.session.get(served.url)).status, 'gone for everyone').toBe(404);

	await page.goto(lecture);
	await page.getByRole('link', { name: '我来说一句' }).click();
	page.getByLabel('想说的一句话').fill('试着说一句');
	await page.getByRole('button', { name: '发送' }).click();
	expect(page.locator('#face-error')).toContainText('请选一个表情');
	expect(page.getByLabel('想说的一句话')).toHaveValue('试着说一句');
	page.getByLabel('不太好').check();
	await page.getByRole('button', { name: '发送' }).click();
	expect(page.getByRole('status')).toContainText('谢谢您');
	expect(page.getByText('试着说一句'), 'sentences are for the office').toHaveCount(0);

	await signIn(page, 'liu');
	await page.goto(`${desk}/feedback`);
	expect(page.getByText('试着说一句').first()).toBeVisible();
	await page.getByRole('link', { name: '反馈二维码' }).click();
	expect(page.getByRole('img', { name: /手机扫一扫/ })).toBeVisible();
	page.session.cookies.clear();
	await signIn(page, 'he');
	for (const path of ['lecture', 'files', 'feedback'])
		expect((await page.goto(`${desk}/${path}`)).status, `${path} of another village`).toBe(403);
	page.session.cookies.clear();
	await signIn(page, 'mei');
	expect((await page.goto('/desk/lectures')).status).toBe(403);
});

for (const view of ['normal', 'elder'] as const) {
	test(`the pages of a lecture ship no script and weigh at most 14 KB in the ${view} view`, async () => {
		const page = await pageOf('liu');
		const lecture = await findLecture(page);
		page.session.cookies.clear();
		page.session.cookies.set('view', view);
		for (const path of [lecture, `${lecture}/feedback`, '/trends/lectures?year=2024']) {
			await page.goto(path);
			expect(page.locator('h1')).toHaveCount(1);
			expect(page.locator('script')).toHaveCount(0);
			expect(await weigh(page), path).toBeLessThanOrEqual(budget);
		}
		expect(page.getByText('2024年一共 112 场次，听讲 2,067 人次。')).toBeVisible();
		expect((await page.goto('/events/01900000-0000-7000-8000-000000000001/feedback')).status).toBe(404);
	});
}
