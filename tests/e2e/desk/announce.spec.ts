import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
let nth = 0;

/** The demo's cadre Liu of 三星村. */
async function signIn(page: Page) {
	await page.goto('/sign-in');
	await page.fill('[name=username]', 'liu');
	await page.fill('[name=password]', 'xinfeng2024');
	await page.locator('main form button').first().click();
	await expect(page.locator('.staff')).toContainText('liu');
}

/** A new event in 30 days, as a draft; its path. */
async function draft(page: Page, title = `试宣传 ${Date.now()} ${++nth}`) {
	await page.goto('/desk/events/new');
	await page.getByLabel('活动类型').selectOption({ label: '讲座宣讲：健康讲座' });
	await page.getByLabel('活动名称').fill(title);
	await page.getByLabel('地点').fill('三星村文化广场');
	await page.getByLabel('活动说明').fill('老人和带娃的都可以来。自带水杯。');
	await page.getByLabel('联系电话').fill('023-7123 4567');
	await page.getByLabel('日期').first().fill(inDays(30));
	await page.getByLabel('开始').first().fill('09:30');
	await page.getByLabel('结束').first().fill('11:00');
	await page.getByRole('button', { name: '存为草稿' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	return new URL(page.url()).pathname;
}

async function publish(page: Page, path: string) {
	await page.goto(path);
	await page.getByRole('button', { name: '发布活动' }).click();
	await expect(page.getByRole('status')).toContainText('已发布');
}

/** A villager signs up in a browser of their own, which stays open. */
async function join(page: Page, path: string) {
	const villager = await (await page.context().browser()!.newContext({ locale: 'zh-CN' })).newPage();
	await villager.goto(new URL(path.replace('/desk', ''), page.url()).href);
	await villager.locator('a[href*="sign-up"]').first().click();
	await villager.locator('[name=name]').fill('试名庚');
	await villager.locator('[name=phone]').fill(`136${String(Date.now()).slice(-6)}${String(++nth).padStart(2, '0')}`);
	await villager.locator('[name=partySize][value="1"]').check();
	await villager.locator('[name=villageId]').first().check();
	await villager.locator('main form button').first().click();
	await expect(villager.locator('.slip')).toBeVisible();
	return villager;
}

test('the kit of an event: script, text, poster with its code, short address and calendar file', async ({
	page,
	request
}) => {
	await signIn(page);
	const path = await draft(page);
	await page.goto(`${path}/kit`);
	await expect(page.getByRole('alert')).toContainText('还没有发布');
	const short = new URL((await page.locator('.address .typed').textContent())!);
	expect((await request.get(short.pathname)).status(), 'a draft has no public address').toBe(404);
	await publish(page, path);
	await page.getByRole('link', { name: '宣传材料' }).first().click();
	await expect(page.getByLabel('广播稿')).toHaveValue(
		/各位乡亲.*农历.*上午9点半到11点.*零二三，七幺二三，四五六七.*再说一遍/s
	);
	await expect(page.getByLabel('短信、微信文字')).toHaveValue(new RegExp(`${short.href} `));
	expect((await request.get(short.pathname)).url()).toContain(path.replace('/desk', ''));
	const file = await request.get(`${path.replace('/desk', '')}/event.ics`);
	expect(await file.text()).toContain('BEGIN:VEVENT');
	await page.getByRole('link', { name: '打开海报' }).click();
	await expect(page.locator('.poster')).toContainText('农历');
	await expect(page.locator('.poster')).toContainText(short.host + short.pathname);
	await expect(page.locator('.poster .qr')).toBeVisible();
});

test('the poster is one A4 page, also with the longest title, place and description', async ({ page }) => {
	await signIn(page);
	const path = await draft(page);
	await page.goto(`${path}/edit`);
	await page
		.getByLabel('活动名称')
		.fill(
			'三月健康讲座高血压糖尿病老年人冬季常见病怎么防怎么治家里人怎么照看一起来听一听问一问量一量血压不要钱欢迎都来'
		);
	await page
		.getByLabel('地点')
		.fill(
			'三星村党群服务中心二楼多功能会议室（从文化广场东侧楼梯上去，村卫生室隔壁，门口有红色横幅和志愿者接待的那一间，下雨天也能开）'
		);
	await page.getByLabel('活动说明').fill('年满六十岁的老人优先，子女可以陪着来，听完可以现场问医生。'.repeat(20));
	await page.getByRole('button', { name: '保存' }).click();
	await page.goto(`${path}/poster`);
	const { width, height } = (await page.locator('.face').boundingBox())!;
	expect(width / height).toBeCloseTo(196 / 283, 1);
	expect(await page.locator('.face').evaluate((face) => face.scrollHeight - face.clientHeight)).toBeLessThanOrEqual(0);
	const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
	expect(/\/Count (\d+)/.exec(pdf)?.[1]).toBe('1');
	expect(/MediaBox \[0 0 (\d+)/.exec(pdf)?.[1]).toMatch(/^59[45]$/);
});

test('an event repeats on the dates that were shown, and one or all that follow are cancelled', async ({ page }) => {
	await signIn(page);
	const path = await draft(page);
	await page.getByRole('link', { name: '重复举办' }).click();
	await page.getByLabel('再办几场').fill('0');
	await page.getByRole('button', { name: '看看是哪些日子' }).click();
	await expect(page.locator('#times-error')).toBeVisible();
	await page.getByLabel('再办几场').fill('3');
	await page.getByRole('button', { name: '看看是哪些日子' }).click();
	await expect(page.locator('main ol li')).toHaveCount(3);
	await expect(page.locator('main ol li').first()).toContainText('农历');
	await page.getByRole('button', { name: '建这 3 场' }).click();
	await expect(page.locator('.facts')).toContainText('后面还有 3 场');
	await page.getByRole('button', { name: '连同后面的 3 场草稿一起发布' }).click();
	await expect(page.getByRole('status')).toContainText('已发布');
	await page.locator('h2:has-text("后面的") + ul a').nth(1).click();
	await expect(page.getByRole('status')).toContainText('已发布');
	await page.getByRole('link', { name: '取消活动' }).click();
	await page.getByLabel('取消原因').fill('过年不办');
	await page.getByLabel('这一场和后面的 1 场').check();
	await page.getByRole('button', { name: '确定取消' }).click();
	await expect(page.getByRole('alert')).toContainText('过年不办');
	await page.goto(`${path}/kit`);
	await expect(page.getByLabel('广播稿')).toHaveValue(/请大家来参加/);
	await page.goto(path);
	await expect(page.locator('.facts')).toContainText('后面还有 1 场');
});

test('a move needs a reason once people signed up, and the event’s page and the slip show it', async ({ page }) => {
	await signIn(page);
	const path = await draft(page);
	await publish(page, path);
	const villager = await join(page, path);
	await page.goto(`${path}/slots`);
	await page.locator('.rows summary').click();
	await page.locator('.rows').getByLabel('开始').fill('10:00');
	await page.getByRole('button', { name: '保存时段' }).click();
	await expect(page.locator('.rows .error')).toContainText('原因');
	await expect(page.locator('.rows').getByLabel('开始')).toHaveValue('10:00');
	await page.locator('.rows').getByLabel('为什么改').fill('医生早上有门诊');
	await page.getByRole('button', { name: '保存时段' }).click();
	await expect(page.locator('.rows')).toContainText('10:00—11:00');
	await villager.reload();
	await expect(villager.getByRole('alert')).toContainText('原来是09:30—11:00');
	await expect(villager.getByRole('alert')).toContainText('医生早上有门诊');
	await villager.goto(new URL(path.replace('/desk', ''), page.url()).href);
	await expect(villager.getByRole('alert')).toContainText('时间改了');
	await villager.context().close();
	await page.goto(`${path}/cancel`);
	await page.getByLabel('取消原因').fill('下大雨');
	await page.getByRole('button', { name: '确定取消' }).click();
	await page.goto(`${path}/kit`);
	await expect(page.getByLabel('取消通知（广播）')).toHaveValue(/取消了.*下大雨.*不用来了/s);
});

test('a copy is a draft on a new date', async ({ page }) => {
	await signIn(page);
	const path = await draft(page);
	await page.getByRole('link', { name: '复制一份' }).click();
	await page.getByRole('button', { name: '存为草稿' }).click();
	await expect(page.locator('#on-error')).toBeVisible();
	await page.getByLabel('新的日期').fill(inDays(60));
	await page.getByRole('button', { name: '存为草稿' }).click();
	await expect(page).not.toHaveURL(new RegExp(path));
	await expect(page.locator('.ledger')).toContainText(`${inDays(60)} 09:30—11:00`);
	await expect(page.getByRole('status')).toContainText('还是草稿');
});

test('kit, poster, repeat and copy have nothing serious for axe, ship no script, fit a phone and are closed to others', async ({
	page,
	browser,
	baseURL
}) => {
	test.setTimeout(120_000);
	await signIn(page);
	const path = await draft(page);
	const parts = ['/kit', '/poster', '/repeat', '/repeat?rule=weekly&every=1&times=3', '/copy'];
	for (const lang of ['zh-CN', 'en']) {
		await page.context().addCookies([{ name: 'lang', value: lang, url: baseURL! }]);
		await page.setViewportSize({ width: 360, height: 800 });
		for (const part of parts) {
			await page.goto(path + part);
			await expect(page.locator('script'), part).toHaveCount(0);
			await expect(page.locator('h1'), part).toHaveCount(1);
			const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
			expect(over, `${part} ${lang}`).toBeLessThanOrEqual(0);
			const { violations } = await new AxeBuilder({ page }).analyze();
			const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
			expect(
				grave.map(({ id, nodes }) => [id, nodes[0]?.html]),
				part
			).toEqual([]);
		}
	}
	const other = await (await browser.newContext({ locale: 'zh-CN', baseURL })).newPage();
	await other.goto('/sign-in');
	await other.fill('[name=username]', 'he');
	await other.fill('[name=password]', 'xinfeng2024');
	await other.locator('main form button').first().click();
	await expect(other.locator('.staff')).toContainText('he');
	for (const part of parts) expect((await other.goto(path + part))?.status(), part).toBe(403);
	await other.context().close();
});
