import { expect, it } from 'vitest';
import * as townPage from '../../../src/routes/(public)/+page.server';
import * as trendsPage from '../../../src/routes/(public)/trends/+page.server';
import * as deskFrame from '../../../src/routes/desk/+layout.server';
import * as screenPage from '../../../src/routes/desk/(figures)/screen/+page.server';
import * as deskPage from '../../../src/routes/desk/+page.server';
import { visit } from '../page-visit';
import { freshTown, ledger, town } from './figure-ledger';
import { fillAtRandom } from './random-records';

freshTown();

/** Statements of each page. A session costs one more, before the page. */
async function statements() {
	const zhou = town.as('zhou');
	const visits = {
		home: await visit(town.visitor, townPage.load, { path: '/' }),
		trends: await visit(town.visitor, trendsPage.load, { path: '/trends' }),
		'frame of the desk': await visit(zhou, deskFrame.load, { path: '/desk' }),
		desk: await visit(zhou, deskPage.load, { path: '/desk' }),
		screen: await visit(zhou, screenPage.load, { path: '/desk/screen' })
	};
	return Object.fromEntries(Object.entries(visits).map(([name, { asked }]) => [name, asked.statements]));
}

it('a page of figures costs few statements, with records as without', async () => {
	await statements();
	const few = { home: 4, trends: 4, 'frame of the desk': 1, desk: 10, screen: 4 };
	expect(await statements(), 'of an empty town').toEqual(few);
	await fillAtRandom(town, ledger, { seed: 7, count: 60 });
	// The first page after a write reads anew who runs the site.
	await visit(town.visitor, townPage.load, { path: '/' });
	expect(await statements(), 'of sixty records').toEqual(few);
}, 30_000);
