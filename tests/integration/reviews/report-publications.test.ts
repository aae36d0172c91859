import { describe, expect, it } from 'vitest';
import * as townPage from '../../../src/routes/(public)/+page.server';
import * as trendsPage from '../../../src/routes/(public)/trends/+page.server';
import { closePeriod } from '../../../src/lib/server/reviews/closings';
import { takeSnapshot } from '../../../src/lib/server/reviews/snapshots';
import { findReport } from '../../../src/lib/server/db/reviews/reports';
import { withdrawReport } from '../../../src/lib/server/reviews/report-withdrawals';
import { isBad } from '../../../src/lib/server/reviews/finding';
import { verifyTown } from '../../../src/lib/server/reviews/verify';
import { figureDefinitions } from '../../../src/lib/ui/figures/figure-definitions';
import { visit } from '../page-visit';
import { id, town, reportId, ledger, begin, save, body, publish, freshTown } from './report-town';

freshTown();

const definitions = figureDefinitions;
const close = async (span = '2024') => {
	const closingId = id();
	const command = { id: closingId, snapshotId: id(), unitId: town.units.town, span, definitions };
	expect(await closePeriod(town.as('zhou'), command)).toEqual({ ok: true });
	return closingId;
};

describe('a review', () => {
	const publication = async () => (await findReport(town.ctx.db, reportId))!.publication;

	it('is published from a closed year alone, with the figures of its latest snapshot', async () => {
		await ledger.banquet('sanxing', '2024-05-01');
		await ledger.reportRest(2024);
		await begin();
		await save(1, body);
		expect(await publish(2)).toEqual({ ok: false, refusal: 'report-not-closed' });
		const closingId = await close();
		expect(await publish(1)).toEqual({ ok: false, refusal: 'report-moved-on' });
		await ledger.banquet('sanxing', '2024-05-20');
		await save(2, body);
		expect(await publish(3)).toEqual({ ok: false, refusal: 'report-figures-changed' });
		await takeSnapshot(town.as('zhou'), { id: id(), closingId, reason: '补记', definitions });
		expect(await publish(3)).toEqual({ ok: true });
		expect(await publication()).toMatchObject({ snapshotNumber: 2, withdrawnAt: null });
		expect((await verifyTown(town.ctx.db)).filter(isBad)).toEqual([]);
	});

	it('is withdrawn with a reason, once, and may be published again', async () => {
		await begin();
		await close();
		const withdraw = () => withdrawReport(town.as('zhou'), { id: id(), reportId, reason: '有错字' });
		expect(await withdraw()).toEqual({ ok: false, refusal: 'report-not-published' });
		await publish(1);
		expect(await withdraw()).toEqual({ ok: true });
		expect((await publication())?.withdrawnAt).not.toBeNull();
		expect(await withdraw()).toEqual({ ok: false, refusal: 'report-not-published' });
		town.clock.advance(1000);
		expect(await publish(1)).toEqual({ ok: true });
		expect(await publication()).toMatchObject({ withdrawnAt: null });
	});

	it('that is public is found from the start page and from the trends of its year', async () => {
		const trends = async (year: number) =>
			(await visit(town.ctx, trendsPage.load, { path: `/trends?year=${year}` })).value;
		const links = async () => {
			const { value: home } = await visit(town.ctx, townPage.load, { path: '/' });
			return [home, await trends(2024), await trends(2023)];
		};
		const found = (reviewed: number | undefined) => [
			{ reviewed },
			{ hasReport: reviewed === 2024 },
			{ hasReport: false }
		];
		await begin();
		await close();
		expect(await links()).toMatchObject(found(undefined));
		await publish(1);
		expect(await links()).toMatchObject(found(2024));
		await withdrawReport(town.as('zhou'), { id: id(), reportId, reason: '有错字' });
		expect(await links()).toMatchObject(found(undefined));
	});

	it('that is public does not verify when a draft’s figure was tampered with', async () => {
		await ledger.banquet('sanxing', '2024-05-01');
		await ledger.reportRest(2024);
		await begin();
		await close();
		await save(1, body);
		await publish(2);
		const { $client } = town.ctx.db;
		await $client.execute('drop trigger report_draft_figures_unchanged');
		await $client.execute("update report_draft_figures set value = 9 where figure = 'banquets-held'");
		expect((await verifyTown(town.ctx.db)).filter(isBad)).toMatchObject([
			{ kind: 'report', figure: 'banquets-held', printed: 9, settled: 1 }
		]);
	});
});
