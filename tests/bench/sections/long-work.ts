import { setTimeout as sleep } from 'node:timers/promises';
import { signInAs } from '../../http/crawl/sign-in-as';
import { Session } from '../../http/session';
import type { App } from '../apps';
import { areErased, countOverdue } from '../growth/overdue';
import { importLedger } from '../growth/import-ledger';
import { atLeast, atMost } from '../goals';
import { readAtPace } from '../load/pace';
import { load, type Target } from '../load/load';
import { percentile, rounded } from '../load/spread';
import type { Report } from '../report';
import type { Stage } from '../stage';
import { notKept } from '../town';

/** Requests of others a second. */
const pace = 40;

/** What long work makes others wait who read pages meanwhile: a start that has much to erase, an import, an export. */
export async function measureLongWork(stage: Stage): Promise<Report> {
	const { plan, rows } = stage.options;
	const data = await stage.grownData();
	const overdue = countOverdue(data);
	const began = performance.now();
	const app = await stage.startGrown();
	const ready = (performance.now() - began) / 1000;
	const pages = ['/privacy', '/events', '/slip'].map((path) => notKept(app, path, path));
	// The first answers of a process are slow whatever else it does.
	for (const page of pages) await load(page, 1, plan.warm / 20);
	const start = await beside(pages, async () => {
		await Promise.all([areErased(data), sleep(plan.seconds * 1000)]);
	});
	const idle = await beside(pages, () => sleep(plan.seconds * plan.rounds * 1000));
	const imported = await beside(pages, async () => importLedger(await cadreOf(app, 'liu'), rows));
	const exported = await beside(pages, async () => exportBanquets(await cadreOf(app, 'wu')));
	await stage.end(app);
	const against = (one: { p99: number }) => rounded(one.p99 / idle.p99);
	const rate = rounded(exported.value.rows / exported.value.seconds);
	const unit = "times others' p99 at rest";
	return {
		goals: [
			atMost('long work: a start with much to erase', against(start), { than: 3, unit }),
			atMost('long work: a start with much to erase, until its first answer', rounded(ready), { than: 1, unit: 's' }),
			atMost('long work: an import that is landed', against(imported), { than: 3, unit }),
			atMost('long work: an export of all banquets', against(exported), { than: 3, unit }),
			atLeast('long work: the export', rate, { than: 20_000, unit: 'rows a second' })
		],
		figures: { idle, start: { ...start, overdue, ready }, imported, exported }
	};
}

async function beside<T>(targets: readonly Target[], work: () => Promise<T>) {
	const began = performance.now();
	const { times, value } = await readAtPace(targets, pace, work);
	const of = (part: number) => rounded(percentile(times, part));
	const seconds = rounded((performance.now() - began) / 1000);
	return { answers: times.length, seconds, p50: of(0.5), p99: of(0.99), most: of(1), value };
}

async function cadreOf(app: App, username: string): Promise<Session> {
	const session = new Session(app.address);
	await signInAs(session, username);
	return session;
}

async function exportBanquets(cadre: Session): Promise<{ rows: number; seconds: number }> {
	const began = performance.now();
	const { body } = await cadre.post('/desk/exports/banquets.csv', {});
	const rows = body.toString('latin1').split('\n').length - 2;
	return { rows, seconds: (performance.now() - began) / 1000 };
}
