import { test } from 'vitest';
import { expect } from '../expect';
import { newPhone, pageOf } from '../visit';
import { recordBanquet } from './record-banquet';

test('a dissuasion waits for a second person, who is not the first', async () => {
	const liu = await pageOf('liu');
	const { path } = await recordBanquet(liu, newPhone());
	await liu.goto(`${path}/dissuasion`);
	liu.check('[name=outcome][value=cancelled]');
	await liu.getByRole('button', { name: '保存劝导结果' }).click();
	expect(liu.getByText('需由第二人确认')).toBeVisible();
	expect(liu.getByText('已取消')).toBeVisible();
	expect(liu.getByText(/估算公式：（计划 90 桌 − 实办 0 桌）/)).toBeVisible();
	expect(liu.getByRole('button', { name: '核实无误，确认' })).toHaveCount(0);

	const wu = await pageOf('wu');
	await wu.goto('/desk/dissuasions');
	const row = wu.locator('.rows > li').filter({ has: wu.locator(`a[href^="${path}"]`) });
	await row.getByRole('button', { name: '核实无误，确认' }).click();
	expect(row).toContainText('计入劝停数');
});
