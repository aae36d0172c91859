import { test } from 'vitest';
import { expect } from '../expect';
import { pageOf } from '../visit';
import { budget, weigh } from '../weigh';
import { findLecture } from './find-lecture';

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
