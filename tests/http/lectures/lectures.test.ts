import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { pageOf, signIn } from '../visit';
import { findLecture } from './find-lecture';
import { addPhoto, removePhoto, seePhoto } from './photo-steps';

test('a lecture from the cadre’s desk to the villager’s word: speaker, photo with consent, material, feedback', async () => {
	const page = await pageOf('liu');
	const lecture = await findLecture(page);
	const desk = `/desk${lecture}`;
	await typeSpeaker(page, desk);
	await addPhoto(page, desk);

	await page.goto(lecture);
	expect(page.getByText('镇卫生院 赵试讲')).toBeVisible();
	const photo = await seePhoto(page);
	const leaflet = await page.session.get(page.getByRole('link', { name: /一页纸/ }).getAttribute('href')!);
	expect(leaflet.headers.get('content-disposition')).toContain('attachment');
	expect(leaflet.body.subarray(0, 5).toString()).toBe('%PDF-');

	await removePhoto(page, desk, photo);
	await giveFeedback(page, lecture);
	await readFeedback(page, desk);
	await areRefused(page, desk);
});

/** A lecture needs a speaker or an office, and says whether the speaker's name may be shown. */
async function typeSpeaker(page: Page, desk: string): Promise<void> {
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
}

/** Feedback is asked of slips that were checked in; it needs a face, and its sentence is not shown to other villagers. */
async function giveFeedback(page: Page, lecture: string): Promise<void> {
	await signIn(page, 'liu');
	const slip = await findGuest(page, lecture);
	page.session.cookies.clear();
	await page.goto(`${lecture}/feedback`);
	expect(page.getByText('一张凭条说一次')).toBeVisible();
	expect(page.getByRole('button', { name: '发送' })).toHaveCount(0);
	await page.goto('/slip');
	page.fill('[name=phone]', slip.phone);
	page.fill('[name=code]', slip.code);
	await page.getByRole('button', { name: '查询' }).click();
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
	await page.goto(`${lecture}/feedback`);
	expect(page.getByText('这张凭条已经说过了')).toBeVisible();
}

/** A guest of the lecture who was checked in and has not spoken: the last of the list. */
async function findGuest(page: Page, lecture: string): Promise<{ phone: string; code: string }> {
	await page.goto(`/desk${lecture}/list`);
	const guests = page.locator('a[href^="/desk/signups/"]');
	await page.goto(guests.nth(guests.count() - 1).getAttribute('href')!);
	const fact = (term: string) =>
		new RegExp(`${term}</dt>\\s*<dd[^>]*>([^<]+)`).exec(page.content())![1]!.replace(/\s/g, '');
	return { phone: fact('电话'), code: fact('编号') };
}

async function readFeedback(page: Page, desk: string): Promise<void> {
	await signIn(page, 'liu');
	await page.goto(`${desk}/feedback`);
	expect(page.getByText('试着说一句').first()).toBeVisible();
	await page.getByRole('link', { name: '反馈二维码' }).click();
	expect(page.getByRole('img', { name: /手机扫一扫/ })).toBeVisible();
}

/** A cadre of another village and a volunteer. */
async function areRefused(page: Page, desk: string): Promise<void> {
	page.session.cookies.clear();
	await signIn(page, 'he');
	for (const path of ['lecture', 'files', 'feedback'])
		expect((await page.goto(`${desk}/${path}`)).status, `${path} of another village`).toBe(403);
	page.session.cookies.clear();
	await signIn(page, 'mei');
	expect((await page.goto('/desk/lectures')).status).toBe(403);
}
