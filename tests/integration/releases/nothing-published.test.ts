import { load as parse } from 'cheerio';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { nothingAdded } from '../../../src/lib/domain/activities/added-work';
import HomePage from '../../../src/routes/(public)/+page.svelte';
import * as home from '../../../src/routes/(public)/+page.server';
import TrendsPage from '../../../src/routes/(public)/trends/+page.svelte';
import * as trends from '../../../src/routes/(public)/trends/+page.server';
import FiguresPage from '../../../src/routes/(public)/trends/figures/+page.svelte';
import * as figures from '../../../src/routes/(public)/trends/figures/+page.server';
import FigurePage from '../../../src/routes/(public)/trends/figures/[figure]/+page.svelte';
import * as figure from '../../../src/routes/(public)/trends/figures/[figure]/+page.server';
import LecturesPage from '../../../src/routes/(public)/trends/lectures/+page.svelte';
import * as lectures from '../../../src/routes/(public)/trends/lectures/+page.server';
import { visit } from '../page-visit';
import { freshTown, town } from './release-town';

freshTown();

const pages = [
	['/', home.load, HomePage],
	['/trends', trends.load, TrendsPage],
	['/trends/figures', figures.load, FiguresPage],
	['/trends/figures/banquets-held', figure.load, FigurePage],
	['/trends/figures/slogans', figure.load, FigurePage],
	['/trends/lectures', lectures.load, LecturesPage]
] as const;

/** What a page says, without the controls by which another period is chosen, and without its tables. */
async function textOf([path, load, Page]: (typeof pages)[number]): Promise<string> {
	const params = { figure: path.split('/').at(-1)! };
	const { value } = await visit(town.visitor, load as (event: never) => unknown, { path, params });
	const data = { ...(value as object), added: nothingAdded, campaigns: [], town: { phone: '' } };
	const page = { data, url: new URL(path, 'http://localhost'), params, form: null, state: {} };
	const { body } = render(Page as unknown as Component<{ data: never }>, {
		props: { data: data as never },
		context: new Map([['__request__', { page }]])
	});
	const html = parse(body);
	html('details, table').remove();
	// What stands in quotes explains a word of the list.
	return html.text().replaceAll(/\s+|“[^”]*”/gu, ' ');
}

it('a town without any record says once that nothing is published, and compares nothing', async () => {
	for (const page of pages) {
		const text = await textOf(page);
		expect(text, page[0]).not.toMatch(/同期|同比|只和|同一段|少了多少|碰巧/u);
		expect(text.match(/还没有(公布|数可以公布|可以公布)/gu)?.length ?? 0, `${page[0]}: ${text}`).toBeLessThanOrEqual(1);
	}
	expect(await textOf(pages[2])).toContain('先有的是镇里、村里做的工作，登记了就数进来');
});
