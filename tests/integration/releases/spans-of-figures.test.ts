import { expect, it } from 'vitest';
import { releases } from '../../../src/lib/server/db/schema/releases/releases';
import { snapshots } from '../../../src/lib/server/db/schema/reviews/closings';
import * as birthdaysPage from '../../../src/routes/(public)/trends/birthday-banquets/+page.server';
import * as figuresPage from '../../../src/routes/(public)/trends/figures/+page.server';
import { visit } from '../page-visit';
import { closeWell, freshTown, id, ledger, town } from './release-town';

freshTown();

/** Releases lines of two figures of elders that end in different months, as a town has them in which one reports later. */
async function releaseLines() {
	town.clock.setDate('2026-04-02');
	await ledger.reportRest(2025);
	for (const span of ['2025', '2026-01', '2026-02', '2026-03']) await closeWell(span);
	const [first] = await town.ctx.db.select().from(snapshots);
	const snapshotId = first!.id;
	const line = (figure: string, fromOn: string, toOn: string, value: number) => ({
		...{ id: id(), unitId: town.units.town, figure, kind: 'line' as const, year: Number(fromOn.slice(0, 4)) },
		...{ fromOn, toOn, cells: [{ key: '', value }], snapshotId, at: 0 }
	});
	const rows = [
		line('elders-hosted', '2025-01-01', '2025-03-31', 30),
		line('elders-hosted', '2026-01-01', '2026-03-31', 24),
		line('cakes-delivered', '2025-01-01', '2025-02-28', 9),
		line('cakes-delivered', '2026-01-01', '2026-02-28', 6)
	];
	await town.ctx.db.insert(releases).values(rows);
}

it('a figure that is known less far than its neighbour has the words of its own months', async () => {
	await releaseLines();
	const { value } = await visit(town.visitor, birthdaysPage.load, { path: '/trends/birthday-banquets?year=2026' });
	const { figures } = value as { figures: object[] };
	expect(figures).toMatchObject([
		{ id: 'birthday-banquets' },
		{ id: 'elders-hosted', value: 24, previous: 30, words: { now: '2026年1月至3月', before: '2025年1月至3月' } },
		{ id: 'cakes-delivered', value: 6, previous: 9, words: { now: '2026年1月至2月', before: '2025年1月至2月' } }
	]);

	const all = await visit(town.visitor, figuresPage.load, { path: '/trends/figures?year=2026' });
	const cakes = (all.value as { figures: { id: string }[] }).figures.find((one) => one.id === 'cakes-delivered');
	expect(cakes).toMatchObject({ until: '2026-02-28', previousUntil: '2025-02-28' });
});
