import { describe, expect, it } from 'vitest';
import { listReports } from '../../../src/lib/server/db/reviews/reports';
import { beginReport } from '../../../src/lib/server/reviews/reports';
import { begin, save, body, town, id, publish, freshTown } from './report-town';

freshTown();

describe('who may', () => {
	it('begin and write: the town’s staff, never a village’s, a volunteer or a visitor', async () => {
		for (const who of ['liu', 'he', 'mei', 'tang'] as const) {
			expect(await begin({ who }), who).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		const visiting = { id: id(), unitId: town.units.town, year: 2024, from: 'template' } as const;
		expect(await beginReport(town.visitor, visiting)).toEqual({ ok: false, refusal: 'not-your-unit' });
		await begin();
		expect(await save(1, body, 'liu')).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await publish(1, 'liu')).toEqual({ ok: false, refusal: 'not-your-unit' });
	});

	it('read: a village sees its town’s, as the town itself does', async () => {
		await begin();
		expect(await listReports(town.ctx.db, town.units.sanxing)).toHaveLength(1);
		expect(await listReports(town.ctx.db, town.units.town)).toHaveLength(1);
	});

	it('begins no village’s review and none of a year ahead; and one of a year is enough', async () => {
		const ofVillage = { id: id(), unitId: town.units.sanxing, year: 2024, from: 'template' } as const;
		expect(await beginReport(town.ctx, ofVillage)).toEqual({ ok: false, refusal: 'unit-not-a-town' });
		expect(await begin({ year: 2027 })).toEqual({ ok: false, refusal: 'report-year-ahead' });
		await begin();
		expect(await begin({ id: id() })).toEqual({ ok: false, refusal: 'report-already-begun' });
		expect(await save(1, body)).toEqual({ ok: true });
		expect(await save(1, body, 'zhou', id())).toEqual({ ok: false, refusal: 'report-unknown' });
	});
});
