import { expect, test, type Browser, type Page } from '@playwright/test';
import { draftEvent, newTitle, publishEvent, signUpFor } from '../http/acts';
import { Page as Form } from '../http/page';
import { Session } from '../http/session';
import { open, openWith, sessionOf } from './browsers';

const desk = { viewport: { width: 1440, height: 900 } };

/** The page of an address as the printer has it. */
async function print(browser: Browser, as: string, path: string): Promise<Page> {
	const page = await open(browser, { as, ...desk });
	await page.goto(path);
	await page.emulateMedia({ media: 'print' });
	return page;
}

async function hides(page: Page, ...parts: string[]): Promise<void> {
	for (const hidden of parts)
		for (const part of await page.locator(hidden).all()) await expect(part, hidden).toBeHidden();
}

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;

test('the slip is printed with its code and QR, without what belongs to the screen, on one page', async ({
	browser
}) => {
	const villager = new Form(new Session(process.env.XINFENG_URL!));
	const event = await publishEvent(new Form(await sessionOf('wu')), { title: newTitle('试打印') });
	await signUpFor(villager, event, { name: '试名乙', phone: `136${String(Date.now()).slice(-8)}` });
	const page = await openWith(browser, villager.session);
	await page.goto(villager.url());
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.slip .code')).toHaveText(/^[2-9A-HJ-NP-Z]{3} [2-9A-HJ-NP-Z]{3}$/);
	await expect(page.locator('.slip svg.qr')).toBeVisible();
	await hides(page, '.masthead', 'main details', '.no-print');
	expect(pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(1);
});

test('the sign-in sheet is printed with its columns and lines alone', async ({ browser }) => {
	const event = await publishEvent(new Form(await sessionOf('liu')), { title: newTitle('试签到表') });
	const page = await print(browser, 'liu', `${event}/print`);
	await hides(page, '.masthead', 'h1');
	for (const column of ['序号', '姓名', '村／组', '电话', '签名（手印）', '备注'])
		await expect(page.getByRole('columnheader', { name: column })).toBeVisible();
	const blank = page.getByRole('row').filter({ hasNotText: '姓名' });
	await expect(blank, 'lines for those who come unannounced').toHaveCount(8);
	for (const line of await blank.all()) await expect(line).toBeVisible();
});

test('a volunteer’s certificate is printed without the page around it', async ({ browser }) => {
	const zhou = await open(browser, { as: 'zhou', ...desk });
	await zhou.goto('/desk/volunteers');
	const certificate = await zhou.getByRole('link', { name: '打印梅示例的证明' }).getAttribute('href');
	const page = await print(browser, 'zhou', certificate!);
	await hides(page, '.masthead', '.staff', 'h1', '.notice');
	await expect(page.locator('article')).toContainText('证明单位（盖章）');

	const own = await print(browser, 'tang', '/schedule/certificate');
	await hides(own, 'h1');
	await expect(own.locator('article h2')).toBeVisible();
});

test('the roster is printed with its columns, without the page around it', async ({ browser }) => {
	const wu = await open(browser, { as: 'wu', ...desk });
	await wu.goto('/desk/events');
	const event = await wu.getByRole('link', { name: '邻里互助送餐日' }).getAttribute('href');
	const page = await print(browser, 'wu', `${event}/roster`);
	await hides(page, '.masthead');
	for (const column of ['序号', '姓名', '到岗签名', '离岗时间', '备注'])
		await expect(page.getByRole('columnheader', { name: column })).toBeVisible();
});

test('the poster is one A4 page, also with the longest title, place and description', async ({ browser }) => {
	const liu = new Form(await sessionOf('liu'));
	const event = await draftEvent(liu, { title: newTitle('试海报') });
	await liu.goto(`${event}/edit`);
	liu
		.getByLabel('活动名称')
		.fill(
			'三月健康讲座高血压糖尿病老年人冬季常见病怎么防怎么治家里人怎么照看一起来听一听问一问量一量血压不要钱欢迎都来'
		);
	liu
		.getByLabel('地点')
		.fill(
			'三星村党群服务中心二楼多功能会议室（从文化广场东侧楼梯上去，村卫生室隔壁，门口有红色横幅和志愿者接待的那一间，下雨天也能开）'
		);
	liu.getByLabel('活动说明').fill('年满六十岁的老人优先，子女可以陪着来，听完可以现场问医生。'.repeat(20));
	await liu.getByRole('button', { name: '保存' }).click();
	const page = await open(browser, { as: 'liu', ...desk });
	await page.goto(`${event}/poster`);
	const { width, height } = (await page.locator('.face').boundingBox())!;
	expect(width / height).toBeCloseTo(196 / 283, 1);
	expect(await page.locator('.face').evaluate((face) => face.scrollHeight - face.clientHeight)).toBeLessThanOrEqual(0);
	const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
	expect(/\/Count (\d+)/.exec(pdf)?.[1]).toBe('1');
	expect(/MediaBox \[0 0 (\d+)/.exec(pdf)?.[1]).toMatch(/^59[45]$/);
});

test('a list of figures is printed with the name of each, and a closing with its numbers', async ({ browser }) => {
	const page = await print(browser, 'zhou', '/trends/figures?year=2024');
	await expect(page.locator('summary', { hasText: '办宴数量' })).toBeVisible();
	await hides(page, 'details.named > p');
	await page.goto('/desk/closings');
	await page.locator('.rows a[href^="/desk/closings/"]').first().click();
	await expect(page.getByRole('rowheader', { name: '办宴数量' }).first()).toBeVisible();
	await hides(page, 'form.sheet', 'h2.no-print');
});
