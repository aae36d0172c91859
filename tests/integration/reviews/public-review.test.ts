import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/lib/domain/reviews/printed-report';
import { askReleaseWithdrawal, confirmReleaseWithdrawal } from '../../../src/lib/server/releases/release-withdrawals';
import { readPublicReview } from '../../../src/lib/server/reviews/public-review';
import { publishReport } from '../../../src/lib/server/reviews/report-publications';
import { beginReport, saveReport } from '../../../src/lib/server/reviews/reports';
import { banquets, closeWell, evenYear, freshTown, id, ledger, retake, second, town } from '../releases/release-town';

freshTown();

/** Publishes a review of this text. */
async function publish(body: string, year: number): Promise<void> {
	const [zhou, reportId] = [town.as('zhou'), id()];
	await beginReport(zhou, { id: reportId, unitId: town.units.town, year, from: 'template' });
	expect(await saveReport(zhou, { id: id(), reportId, seen: 1, body })).toEqual({ ok: true });
	expect(await publishReport(zhou, { id: id(), reportId, draft: 2 })).toEqual({ ok: true });
}

const review = async (year: number) => (await readPublicReview(town.ctx, { unitId: town.units.town, year }))!;
const text = async (year: number) => (await review(year)).lines.map(textOf).join('\n');

async function withdraw(year: number, figure = 'banquets-held'): Promise<void> {
	const withdrawalId = id();
	const { town: unitId } = town.units;
	await askReleaseWithdrawal(town.as('zhou'), { id: withdrawalId, unitId, figure, year, reason: '整批导错了' });
	expect(await confirmReleaseWithdrawal(second(), { id: id(), withdrawalId })).toEqual({ ok: true });
}

async function drive(on: string, donors: number): Promise<void> {
	const { id: eventId } = await ledger.event('blood-drive', 'sanxing', on);
	for (let nth = 0; nth < donors; nth++) await ledger.donation(eventId, nth === 0);
}

describe('a published review', () => {
	it('of a small town prints no number that its releases withhold', async () => {
		await evenYear(2024);
		await drive('2024-05-01', 2);
		await closeWell('2024');
		await publish('办宴{{办宴}}，献血{{献血人次}}、{{献血量}}，首次{{首次献血}}，完成{{献血人次|完成率}}。', 2024);
		expect(await text(2024)).toBe('办宴96场，献血少于3人次、（不单列），首次（不单列），完成（不单列）。');
	});

	it('prints what was released, also where a later snapshot has more', async () => {
		await evenYear(2024);
		const closing = await closeWell('2024');
		await banquets('sanxing', '2024-04', 1);
		await retake(closing);
		await publish('办宴{{办宴}}。', 2024);
		expect(await text(2024)).toBe('办宴96场。');
	});

	it('is compared with released years alone', async () => {
		for (const year of [2023, 2024]) await evenYear(year);
		await closeWell('2024');
		await publish('去年{{办宴|去年}}，{{办宴|增减}}，{{办宴|升降}}。', 2024);
		expect(await text(2024)).toBe('去年（未公布），（未公布），（未公布）。');
		await closeWell('2023');
		expect(await text(2024)).toBe('去年96场，与去年持平，与去年持平。');
	});

	it('says where a number was taken back, of its own year or of the one it is compared with, and prints it no more', async () => {
		for (const year of [2023, 2024]) {
			await evenYear(year);
			await closeWell(`${year}`);
		}
		await publish('办宴{{办宴}}，去年{{办宴|去年}}，{{办宴|增减约数}}；劝停{{劝停无事酒}}。', 2024);
		expect((await review(2024)).withdrawn).toEqual([]);
		await withdraw(2023);
		expect(await text(2024)).toBe('办宴96场，去年（已撤回，待更正），（已撤回，待更正）；劝停0起。');
		expect((await review(2024)).withdrawn).toEqual([{ figure: 'banquets-held', reason: '整批导错了' }]);
		await withdraw(2024);
		expect(await text(2024)).toContain('办宴（已撤回，待更正），去年（已撤回，待更正）');
		expect((await review(2024)).withdrawn, 'each once').toEqual([{ figure: 'banquets-held', reason: '整批导错了' }]);
	});

	it('has the new number of a year that was released anew, and says so', async () => {
		await evenYear(2023);
		await closeWell('2023');
		await publish('办宴{{办宴}}。', 2023);
		town.clock.advance(1000);
		await evenYear(2024);
		await banquets('sanxing', '2023-01', 3);
		expect(await text(2023)).toBe('办宴96场。');
		expect((await review(2023)).anew).toEqual([]);
		await closeWell('2024');
		expect(await text(2023)).toBe('办宴99场。');
		expect((await review(2023)).anew).toEqual(['banquets-held']);
	});
});
