import { describe, expect, it } from 'vitest';
import { figures, findFigure } from '../../../src/lib/domain/figures/figure';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { readPublicFigurePage } from '../../../src/lib/server/releases/public-figure-page';
import { listLateRecords } from '../../../src/lib/server/db/reviews/late-records';
import { closeWell, freshTown, ledger, picture, released, town, villages, yearQuery } from '../releases/release-town';
import { close } from '../reviews/closing-town';

freshTown();

const today = '2026-03-02';

/** Every village has a settled dispute, a call and an incident in each month of 2024; two disputes of 三星村 stay open. */
async function fill(): Promise<void> {
	for (const unit of villages)
		for (let month = 1; month <= 12; month++) {
			const on = `2024-${String(month).padStart(2, '0')}-03`;
			for (const kind of ['dispute', 'call', 'incident'] as const)
				await ledger.case(kind, unit, on, { level: 'grid', settledOn: on });
		}
	for (const on of ['2024-05-04', '2024-06-04']) await ledger.case('dispute', 'sanxing', on, { dueOn: null });
	await ledger.reportRest(2024);
}

const pageOf = async (id: string, year = 2024) => {
	const periods = reportingPeriods(year, today);
	const figure = findFigure(figures, id)!;
	return readPublicFigurePage(town.ctx, { ...(await yearQuery(year, today)), figure, year, today, periods });
};

describe('what the public reads of cases', () => {
	it('is one number of the town’s year, and nothing before the year is closed', async () => {
		await fill();
		expect(await pageOf('disputes-settled')).toMatchObject({ reading: { value: null }, rate: null });
		for (const month of ['2024-01', '2024-02', '2024-03']) await closeWell(month);
		expect(await picture(2024, 'disputes-received')).toEqual([]);
		await closeWell('2024');
		for (const [figure, value] of Object.entries({
			'disputes-received': 50,
			'disputes-settled': 48,
			calls: 48,
			'incidents-settled': 48,
			'incidents-settled-grid': 48,
			'incidents-settled-town': 0,
			'incidents-overdue': 0
		}))
			expect(await picture(2024, figure), figure).toEqual([`year 01-12: ${value}`]);
		const { reading, rate, months, coverage } = await pageOf('disputes-settled');
		expect([reading.value, rate, months, coverage]).toEqual([48, 96, null, null]);
	});

	it('is nothing where a village reported nothing of a month', async () => {
		for (let month = 1; month <= 12; month++)
			await ledger.case('incident', 'sanxing', `2024-${String(month).padStart(2, '0')}-03`);
		await ledger.case('dispute', 'sanxing', '2024-05-03');
		await closeWell('2024');
		expect((await released(2024)).filter(({ figure }) => /^(disputes|incidents|calls)/.test(figure))).toEqual([]);
		expect((await pageOf('incidents-overdue')).reading.value).toBeNull();
	});

	it('stays as it was released, with its rate, whatever is settled or recorded afterwards', async () => {
		await fill();
		await closeWell('2024');
		const before = await pageOf('disputes-settled');
		await ledger.case('dispute', 'hesha', '2024-07-07');
		expect(await pageOf('disputes-settled')).toEqual(before);
	});
});

describe('a closed year', () => {
	const open = async () => ledger.case('dispute', 'sanxing', '2024-12-20', { dueOn: null });

	it('learns nothing of a case that is settled after its end', async () => {
		const id = await open();
		const { closingId } = await close();
		const { db } = town.ctx;
		await db.$client.execute({
			sql: "insert into case_settlements (case_id, settled_on, result_sealed, at) values (?, '2025-01-02', 'x', ?)",
			args: [id, town.ctx.now()]
		});
		expect(await listLateRecords(db, closingId)).toEqual([]);
	});

	it('notes a case of its own that comes late, and a settlement that was within it', async () => {
		const id = await open();
		const { closingId } = await close();
		const late = await open();
		await town.ctx.db.$client.execute({
			sql: "insert into case_settlements (case_id, settled_on, result_sealed, at) values (?, '2024-12-30', 'x', ?)",
			args: [id, town.ctx.now()]
		});
		const noted = await listLateRecords(town.ctx.db, closingId);
		expect(noted.map(({ recordId, change }) => [recordId, change]).sort()).toEqual(
			[
				[late, 'added'],
				[id, 'changed']
			].sort()
		);
	});
});
