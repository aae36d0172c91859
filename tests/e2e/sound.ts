import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Axe finds nothing to say of the page that is open. No page has frames, so axe needs no second page to gather their findings. */
export async function pleasesAxe(page: Page, where = page.url()): Promise<void> {
	const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
	const { violations } = await axe.analyze();
	const found = violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html]);
	expect.soft(found, where).toEqual([]);
}

/** Nothing sticks out at the side. */
export async function fitsItsWidth(page: Page, where = page.url()): Promise<void> {
	const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect.soft(over, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}
