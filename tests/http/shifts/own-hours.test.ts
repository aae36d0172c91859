import { test } from 'vitest';
import { expect } from '../expect';
import { pageOf } from '../visit';
import { under } from './new-shifts';

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
