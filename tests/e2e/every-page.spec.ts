import { test } from '@playwright/test';
import { actAsVillager } from '../http/crawl/acts';
import { pagesOf } from '../http/crawl/pages';
import { Session } from '../http/session';
import { openWith, sessionOf } from './browsers';
import { fitsItsWidth, pleasesAxe } from './sound';

let phones = 0;
const newPhone = () => `133${String(Date.now()).slice(-6)}${String(++phones).padStart(2, '0')}`;

/** One page of each route as its reader has it: axe reads it on a wide screen, and its layout is measured in the large view on a small phone. */
test.describe.configure({ mode: 'parallel' });

for (const reader of ['villager', 'mei', 'zhou']) {
	test(`every page of ${reader} pleases axe, and in the large view fits a small phone`, async ({ browser }) => {
		test.setTimeout(900_000);
		const isVillager = reader === 'villager';
		const session = isVillager ? new Session(process.env.XINFENG_URL!) : await sessionOf(reader);
		const own = isVillager ? await actAsVillager(session, newPhone) : [];
		const pages = await pagesOf(session, own);
		const isOwn = (route: string) => isVillager === !/^\/(desk|admin|schedule|door|account)/.test(route);
		const addresses = pages.filter(({ route }) => isOwn(route)).map(({ path }) => path);

		const wide = await openWith(browser, withView(session, { lang: 'en' }), { viewport: { width: 1440, height: 900 } });
		for (const path of addresses) {
			await wide.goto(path);
			await pleasesAxe(wide, path);
		}
		await wide.context().close();

		const width = isVillager ? 320 : 360;
		const small = await openWith(browser, withView(session, { view: 'elder' }), { viewport: { width, height: 640 } });
		for (const path of addresses) {
			await small.goto(path);
			await fitsItsWidth(small, path);
		}
		await small.context().close();
	});
}

function withView(session: Session, remembered: Record<string, string>): Session {
	return new Session(session.origin, [...session.cookies, ...Object.entries(remembered)]);
}
