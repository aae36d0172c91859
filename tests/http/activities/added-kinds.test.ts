import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, pageOf } from '../visit';

const year = new Date(Date.now() + 8 * 3_600_000).getFullYear();
const unique = () => `${Date.now() % 1_000_000}`;

/** An administrator adds a campaign and a kind under it. Out: their names. */
async function addKind(admin: Page) {
	const nth = unique();
	const [campaign, name] = [`试专项${nth}`, `试种类${nth}`];
	await admin.goto('/admin/kinds');
	admin.getByLabel('专项名称').fill(campaign);
	admin.getByLabel('英文名称').fill(`Trial campaign ${nth}`);
	await admin.getByRole('button', { name: '新设专项' }).click();
	expect(admin.getByRole('status')).toContainText('已经保存');
	await admin.getByRole('link', { name: '新设一种' }).click();
	fillKind(admin, { campaign, name });
	await admin.getByRole('button', { name: '保存' }).click();
	expect(admin.getByRole('status')).toContainText('已经保存');
	return { campaign, name, nameEn: `Trial kind ${nth}` };
}

function fillKind(admin: Page, { campaign, name }: { campaign: string; name: string }) {
	admin.fill('[name=name]', name);
	admin.fill('[name=nameEn]', name.replace('试种类', 'Trial kind '));
	admin.selectOption('[name=campaign]', { label: campaign });
	admin.selectOption('[name=measure]', { label: '块' });
	admin.check('[name=counts][value=quantity]');
	admin.fill('[name=definition]', '试设的种类，数量相加。');
	admin.fill('[name=words]', '广播');
}

async function enter(page: Page, kind: string, quantity: string) {
	await page.goto('/desk/activities/new');
	page.getByLabel('类别').selectOption({ label: kind });
	page.getByLabel('事项').fill(`试录 ${kind}`);
	page.getByLabel('数量').fill(quantity);
	page.getByLabel('责任人').fill('试责任');
	await page.getByRole('button', { name: '记入台账' }).click();
}

test('an administrator adds a kind, a cadre enters it, and its figure is everywhere a figure is', async () => {
	const admin = await pageOf('zhou');
	const { campaign, name, nameEn } = await addKind(admin);
	const liu = await pageOf('liu');
	await enter(liu, name, '12');
	expect(liu.locator('.facts')).toContainText('12 块');

	const visitor = newPage();
	await visitor.goto(`/trends/figures?year=${year}`);
	expect(visitor.getByRole('table', { name: campaign })).toContainText('12 块');
	await visitor.getByRole('table', { name: campaign }).getByRole('link').first().click();
	expect(visitor.locator('h1')).toHaveText(name);
	expect(visitor.locator('dl.facts')).toContainText('试设的种类，数量相加。');
	const api = (await visitor.session.get(`/api/v1/figures?year=${year}`)).json<
		{ name: string; value: number; id: string }[]
	>();
	const figure = api.find((one) => one.name === name)!;
	expect(figure).toMatchObject({ value: 12, unit: '块', previous: null });
	const english = (await visitor.session.get(`/api/v1/figures?year=${year}&lang=en`)).json<
		{ id: string; name: string }[]
	>();
	expect(english.find(({ id }) => id === figure.id)!.name).toBe(nameEn);
	expect((await visitor.session.get(`/trends/figures/${figure.id}?year=${year - 1}`)).text()).toContain('没有数据');

	await liu.goto(`/desk/figures/${figure.id}?year=${year}`);
	expect(liu.locator('table.cards tbody')).toContainText(`试录 ${name}`);
	const csv = await liu.getByText('导出 CSV').download();
	expect(csv.text()).toContain(`试录 ${name}`);
	await liu.goto(`/desk/activities?kind=${figure.id}`);
	expect(liu.getByText('共 1 条')).toBeVisible();

	const cadre = await pageOf('wu');
	await cadre.goto('/desk/targets/set');
	expect(cadre.getByRole('table', { name: campaign })).toContainText(name);
	await cadre.goto('/desk/tasks/new');
	expect(cadre.locator('[name=figure]')).toContainText(name);
});

test('an English page shows the English definition, or the Chinese one and says that it is Chinese', async () => {
	const admin = await pageOf('zhou');
	const { campaign, name, nameEn } = await addKind(admin);
	const visitor = newPage();
	await visitor.goto(`/trends/figures?year=${year}`);
	visitor.session.cookies.set('lang', 'en');
	await visitor.goto(`/trends/figures?year=${year}`);
	await visitor
		.getByRole('table', { name: campaign.replace('试专项', 'Trial campaign ') })
		.getByRole('link')
		.first()
		.click();
	expect(visitor.locator('h1')).toHaveText(nameEn);
	expect(visitor.locator('h1[lang]')).toHaveCount(0);
	expect(visitor.locator('dl.facts [lang=zh-CN]')).toHaveText('试设的种类，数量相加。');
	await admin.getByRole('link', { name }).click();
	admin.fill('[name=nameEn]', '');
	admin.fill('[name=definitionEn]', 'A kind on trial; quantities are added up.');
	await admin.getByRole('button', { name: '保存' }).click();
	await visitor.goto(visitor.url());
	expect(visitor.locator('h1[lang=zh-CN]')).toHaveText(name);
	expect(visitor.locator('dl.facts [lang=zh-CN]')).toHaveCount(0);
	expect(visitor.locator('dl.facts')).toContainText('A kind on trial; quantities are added up.');
});

test('wrong input of a kind stands on its field and keeps what was typed', async () => {
	const admin = await pageOf('zhou');
	await admin.goto('/admin/kinds/new');
	fillKind(admin, { campaign: '移风易俗', name: '标语' });
	admin.fill('[name=words]', '倡议书广播');
	admin.fill('[name=definition]', '');
	await admin.getByRole('button', { name: '保存' }).click();
	expect(admin.locator('#name-error')).toContainText('叫这个名字了');
	expect(admin.locator('#words-error')).toContainText('系统自带种类的名称');
	expect(admin.locator('#definition-error')).toContainText('统计口径');
	expect(admin.locator('[name=name]')).toHaveValue('标语');
	expect(admin.locator('[name=measure]')).toHaveValue('boards');
	admin.locator('[name=name]').fill('海报{{办宴}}');
	await admin.getByRole('button', { name: '保存' }).click();
	expect(admin.locator('#name-error')).toContainText('大括号');
});

test('a kind that is closed is offered no more, and an entry of a later day is refused on its field', async () => {
	const admin = await pageOf('zhou');
	const { name } = await addKind(admin);
	const liu = await pageOf('liu');
	await liu.goto('/desk/activities/new');
	await admin.getByRole('link', { name }).click();
	admin.fill('[name=fromOn]', `${year}-01-01`);
	admin.fill('[name=closedFromOn]', `${year}-01-01`);
	await admin.getByRole('button', { name: '保存' }).click();
	expect(admin.locator('#closedFromOn-error')).toContainText('起用以后');
	admin.fill('[name=closedFromOn]', `${year}-01-02`);
	await admin.getByRole('button', { name: '保存' }).click();
	expect(admin.getByRole('row').filter({ hasText: name })).toContainText(`${year}-01-02 起停用`);
	liu.getByLabel('类别').selectOption({ label: name });
	liu.getByLabel('事项').fill('迟了');
	liu.getByLabel('责任人').fill('试责任');
	await liu.getByRole('button', { name: '记入台账' }).click();
	expect(liu.locator('#doneOn-error')).toContainText('已经停用');
	await liu.goto('/desk/activities/new');
	expect(liu.getByLabel('类别')).not.toContainText(name);
});

test('names of any signs are printed as they are, on every page and in the open interface', async () => {
	const admin = await pageOf('zhou');
	await admin.goto('/admin/kinds/new');
	const name = `<b>"&'=1+1 ${unique()}`;
	fillKind(admin, { campaign: '移风易俗', name });
	await admin.getByRole('button', { name: '保存' }).click();
	expect(admin.getByRole('link', { name })).toBeVisible();
	const visitor = newPage();
	await visitor.goto(`/trends/figures?year=${year}`);
	expect(visitor.getByText(name).first()).toBeVisible();
	expect((await visitor.session.get(`/trends/figures?year=${year}`)).text()).not.toContain('<b>"');
});

test('another administrator than one at the root, and a cadre, change no kinds', async () => {
	for (const name of ['wu', 'liu']) {
		const page = await pageOf(name);
		for (const path of ['/admin/kinds', '/admin/kinds/new', '/admin/kinds/added-1'])
			expect((await page.goto(path)).status, path).toBe(403);
	}
	const admin = await pageOf('zhou');
	expect((await admin.goto('/admin/kinds/added-999')).status).toBe(404);
	expect((await admin.goto('/admin/kinds/campaigns/health')).status).toBe(404);
});
