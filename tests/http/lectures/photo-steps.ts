// What a cadre and a reader do with the photo of a lecture.
import { expect } from '../expect';
import type { Page } from '../page';
import type { Answer } from '../answer';
import { exif, jpeg } from '../../integration/ledgers/sample-pictures';

const unreadable = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ nothing of the kind') };
const photo = (seed: string) => ({
	name: 'IMG_2026.jpg',
	mimeType: 'image/jpeg',
	buffer: jpeg([exif(6)], Buffer.from(seed))
});

/** A photo is refused without the consent of the people on it, and another kind of file is refused. */
export async function addPhoto(page: Page, desk: string): Promise<void> {
	await page.goto(`${desk}/files`);
	const form = page.locator('form', { has: page.locator('input[name=kind][value=photo]') });
	form.locator('input[type=file]').setInputFiles(photo('first'));
	form.getByLabel('说明').fill('坝子里答问的医生');
	await form.getByRole('button', { name: '放一张照片' }).click();
	expect(form.locator('#photo-isAgreed-error')).toContainText('先问过');
	expect(form.getByLabel('说明')).toHaveValue('坝子里答问的医生');
	form.locator('input[type=file]').setInputFiles(unreadable);
	form.getByLabel('照片上的人都同意').check();
	form.getByLabel('问了谁').fill('到场的九位村民');
	await form.getByRole('button', { name: '放一张照片' }).click();
	expect(form.locator('#photo-file-error')).toContainText('这种文件收不了');
	form.locator('input[type=file]').setInputFiles(photo('second'));
	await form.getByRole('button', { name: '放一张照片' }).click();
	expect(page.getByRole('status')).toContainText('已经放上去了');
}

/** The photo is served without its place. Out: the answer. */
export async function seePhoto(page: Page): Promise<Answer> {
	const shown = page.getByRole('img', { name: '坝子里答问的医生' });
	const served = await page.session.get(shown.getAttribute('src')!);
	expect(served.headers.get('content-type')).toBe('image/jpeg');
	expect(served.headers.get('x-content-type-options')).toBe('nosniff');
	expect(served.body.includes('GPS'), 'no place in it').toBe(false);
	return served;
}

/** A photo that is taken down is gone for every reader. */
export async function removePhoto(page: Page, desk: string, served: Answer): Promise<void> {
	await page.goto(`${desk}/files`);
	const row = page.locator('li', { hasText: '坝子里答问的医生' });
	await row.getByText('去掉', { exact: true }).click();
	row.getByLabel('为什么去掉').fill('有人不同意了');
	await row.getByRole('button', { name: '去掉，不能恢复' }).click();
	expect(page.getByRole('status')).toContainText('已经去掉');
	page.session.cookies.clear();
	expect((await page.session.get(served.url)).status, 'gone for everyone').toBe(404);
}
