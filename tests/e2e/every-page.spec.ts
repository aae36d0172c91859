import { test } from '@playwright/test';
import { actAsVillager } from '../http/crawl/acts';
import { pagesOf } from '../http/crawl/pages';
import { Session } from '../http/session';
import { openWith, sessionOf } from './browsers';
import { fitsItsWidth, pleasesAxe } from './sound';

let phones = 0;
const newPhone = () => `133${String(Date.now()).slice(-6)}${String(++phones).padStart(2, '0')}`;

/** One page of each route as its reader has it: axe reads it on a wide screen, and its layout is measured on a small phone. */
test.describe.configure({ mode: 'parallel' });

/** The small phones on which pages are measured; the questions of a large party are the longest form of villagers. */
const layouts = [
	{ width: 360, view: 'elder', of: /^/, isForStaff: true },
	{ width: 320, view: 'normal', of: /^/, isForStaff: false },
	{ width: 320, view: 'elder', of: /\/questions$/, isForStaff: false }
];

/** The administrator has the most pages by far: they are read in parts, so that both workers have work to the end. */
const parts = [
	{ reader: 'zhou', part: 1, of: 4 },
	{ reader: 'zhou', part: 2, of: 4 },
	{ reader: 'villager', part: 1, of: 1 },
	{ reader: 'zhou', part: 3, of: 4 },
	{ reader: 'zhou', part: 4, of: 4 },
	{ reader: 'mei', part: 1, of: 1 }
];

for (const { reader, part, of } of parts) {
	test(`every page of ${reader} pleases axe and fits a small phone (${part} of ${of})`, async ({ browser }) => {
		test.setTimeout(900_000);
		const isVillager = reader === 'villager';
		const { session, addresses: all } = await readBy(reader);
		const addresses = all.filter((_, nth) => nth % of === part - 1);

		const wide = await openWith(browser, withView(session, { lang: 'en' }), { viewport: { width: 1440, height: 900 } });
		for (const path of addresses) {
			await wide.goto(path);
			await pleasesAxe(wide, path);
		}
		await wide.context().close();

		for (const layout of isVillager ? layouts : layouts.filter(({ isForStaff }) => isForStaff)) {
			const small = await openWith(browser, withView(session, { view: layout.view }), {
				viewport: { width: layout.width, height: 640 }
			});
			for (const path of addresses.filter((path) => layout.of.test(path))) {
				await small.goto(path);
				await fitsItsWidth(small, `${path} at ${layout.width} px, ${layout.view}`);
			}
			await small.context().close();
		}
	});
}

type Reader = { session: Session; addresses: string[] };
const readers = new Map<string, Promise<Reader>>();

/** A reader's cookies and own pages, found once a worker. */
function readBy(reader: string): Promise<Reader> {
	const read = readers.get(reader) ?? findPages(reader);
	readers.set(reader, read);
	return read;
}

async function findPages(reader: string): Promise<Reader> {
	const isVillager = reader === 'villager';
	const session = isVillager ? new Session(process.env.XINFENG_URL!) : await sessionOf(reader);
	const pages = await pagesOf(session, isVillager ? await actAsVillager(session, newPhone) : []);
	const isOwn = (route: string) => isVillager === !/^\/(desk|admin|schedule|door|account)/.test(route);
	return { session, addresses: pages.filter(({ route }) => isOwn(route)).map(({ path }) => path) };
}

function withView(session: Session, remembered: Record<string, string>): Session {
	return new Session(session.origin, [...session.cookies, ...Object.entries(remembered)]);
}
