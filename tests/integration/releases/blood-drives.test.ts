import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { askReleaseWithdrawal, confirmReleaseWithdrawal } from '../../../src/lib/server/releases/release-withdrawals';
import * as drivesPage from '../../../src/routes/(public)/trends/blood-drives/+page.server';
import * as closingPage from '../../../src/routes/desk/(reviews)/closings/[id=id]/+page.server';
import { visit } from '../page-visit';
import { putDonation, putEvent } from '../rows/event-rows';
import { closeWell, evenYear, freshTown, id, retake, second, town, withdraw, yearQuery } from './release-town';

freshTown();

/** A blood drive with so many donors; every other one gave for the first time. */
async function drive(on: string, donors: number): Promise<string> {
	const { id: eventId } = await putEvent(town, 'blood-drive', 'town', on);
	for (let nth = 0; nth < donors; nth++) await putDonation(town, eventId, nth % 2 === 0);
	return eventId;
}

/** What the public page of blood drives lists, and why it does not list others. */
async function pageOf(search: string) {
	const { value } = await visit(town.visitor, drivesPage.load, { path: `/trends/blood-drives?${search}` });
	const { drives, withoutDrives, figures } = value as {
		drives: { rows: { fromOn: string; value: number }[] };
		withoutDrives: { year: number; why: unknown }[];
		figures: { value: number | null }[];
	};
	return {
		drives: drives.rows.map(({ fromOn, value }) => `${fromOn}: ${value}`),
		why: withoutDrives.map(({ year, why }) => [year, why]),
		donors: figures[0]!.value
	};
}

const all = { drives: ['2024-09-05: 7', '2024-03-05: 6'], why: [], donors: 13 };

describe('the blood drives of a year', () => {
	it('are listed again after they were taken back, where no number is another', async () => {
		await evenYear(2024);
		await drive('2024-03-05', 6);
		await drive('2024-09-05', 7);
		const closing = await closeWell('2024');
		expect(await pageOf('year=2024')).toEqual(all);
		await withdraw(2024, 'blood-donations');
		expect(await pageOf('year=2024')).toEqual({ drives: [], why: [], donors: null });
		await retake(closing);
		expect(await pageOf('year=2024')).toEqual(all);
	});

	it('that has other numbers than were taken back are not listed, and the reason is not that they are small', async () => {
		await evenYear(2024);
		const changed = await drive('2024-03-05', 6);
		await drive('2024-09-05', 7);
		const closing = await closeWell('2024');
		await withdraw(2024, 'blood-donations');
		for (let nth = 0; nth < 4; nth++) await putDonation(town, changed, false);
		await retake(closing);
		expect(await pageOf('year=2024')).toEqual({ drives: [], why: [[2024, 'again']], donors: 17 });
	});

	it('of which one is small are not listed; of a year without donors nothing is said', async () => {
		await evenYear(2024);
		await drive('2024-03-05', 6);
		await drive('2024-09-05', 2);
		await closeWell('2024');
		await evenYear(2025);
		await putEvent(town, 'blood-drive', 'town', '2025-03-05');
		await closeWell('2025');
		expect(await pageOf('year=2024')).toEqual({ drives: [], why: [[2024, 'small']], donors: 8 });
		expect(await pageOf('year=2025')).toEqual({ drives: [], why: [], donors: 0 });
	});
});

describe('the blood drives of a range of several years', () => {
	it('are those of all its years, each year that lacks them with its reason', async () => {
		for (const year of [2023, 2024]) await evenYear(year);
		await drive('2023-03-05', 5);
		await drive('2023-11-05', 4);
		await drive('2024-03-05', 6);
		await drive('2024-09-05', 7);
		await closeWell('2023');
		await closeWell('2024');
		expect(await pageOf('from=2023-06&to=2024-06')).toMatchObject({
			drives: ['2024-03-05: 6', '2023-11-05: 4'],
			why: []
		});
		expect(await pageOf('from=2023-01&to=2025-12')).toMatchObject({
			drives: ['2024-09-05: 7', '2024-03-05: 6', '2023-11-05: 4', '2023-03-05: 5'],
			why: [[2025, { gap: 'not-closed' }]]
		});
		await withdraw(2023, 'blood-donations');
		expect((await pageOf('from=2023-01&to=2024-12')).why).toEqual([[2023, { gap: 'withdrawn' }]]);
	});
});

describe('a number of donors that is taken back', () => {
	it('takes those along that it could be worked out from, with its reason, and is asked for once', async () => {
		await evenYear(2024);
		await drive('2024-03-05', 6);
		await drive('2024-09-05', 8);
		const closing = await closeWell('2024');
		const seen = async () => {
			const { value } = await visit(town.visitor, drivesPage.load, { path: '/trends/blood-drives?year=2024' });
			const { figures } = value as { figures: { value: number | null; shown: string }[] };
			return figures.map(({ value, shown }) => value ?? shown);
		};
		expect(await seen()).toEqual([14, 5600, 7, 7]);
		const ask = (figure: string, withdrawalId = id()) =>
			askReleaseWithdrawal(town.as('zhou'), {
				...{ id: withdrawalId, unitId: town.units.town, figure, year: 2024, reason: '导错了' }
			});
		const withdrawalId = id();
		expect(await ask('repeat-donors', withdrawalId)).toEqual({ ok: true });
		expect(await ask('blood-donations')).toEqual({ ok: false, refusal: 'withdrawal-waits' });
		const { released } = (
			await visit(town.as('zhou'), closingPage.load, {
				...{ path: `/desk/closings/${closing}`, params: { id: closing } }
			})
		).value as { released: { withdrawals: object[]; figures: { id: string; bound: string[] }[] } };
		const others = ['blood-donations', 'blood-millilitres', 'first-time-donors'];
		expect(released.withdrawals).toMatchObject([{ figure: 'repeat-donors', bound: others }]);
		expect(released.figures.find(({ id }) => id === 'banquets-held')!.bound).toEqual([]);
		expect(await confirmReleaseWithdrawal(second(), { id: id(), withdrawalId })).toEqual({ ok: true });
		expect(await seen()).toEqual(Array.from({ length: 4 }, () => 'withdrawn'));
		const { published } = await yearQuery(2024);
		for (const figure of others) expect(published.withdrawnFor(figure, yearBounds(2024)), figure).toBe('导错了');
		expect(published.isWithdrawn('banquets-held', yearBounds(2024))).toBe(false);
		await retake(closing);
		expect(await seen()).toEqual([14, 5600, 7, 7]);
	});
});
