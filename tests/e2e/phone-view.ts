import { expect, type Page } from '@playwright/test';

/** The page is not wider than a small phone and ships no script. */
export async function fitsThePhone(page: Page) {
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	await expect(page.locator('script')).toHaveCount(0);
}

/** 长辈版 is what it says: its mark, letters of 18 px and more, and nothing to tap lower than 60 px. */
export async function isInView(page: Page, view: 'normal' | 'elder') {
	if (view === 'normal') return expect(page.locator('html')).not.toHaveAttribute('data-view', 'elder');
	await expect(page.locator('html')).toHaveAttribute('data-view', 'elder');
	const small = await page.evaluate(() => {
		const shown = [...document.querySelectorAll('main *')].filter((one) => one.checkVisibility());
		const isTap = (one: Element) =>
			one.matches('button, .button, input:not([type=radio], [type=checkbox], [type=hidden]), select, summary');
		const hasText = (one: Element) =>
			[...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim() !== '');
		const named = (one: Element) => `${one.tagName} ${one.className} ${one.textContent?.trim().slice(0, 20)}`;
		return {
			letters: shown.filter((one) => hasText(one) && parseFloat(getComputedStyle(one).fontSize) < 18).map(named),
			taps: shown.filter((one) => isTap(one) && one.getBoundingClientRect().height < 59.5).map(named)
		};
	});
	expect(small).toEqual({ letters: [], taps: [] });
}
