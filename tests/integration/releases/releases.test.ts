import { describe, expect, it } from 'vitest';
import { listReleases } from '../../../src/lib/server/db/releases/releases';
import { eventCancellations, eventCompletions } from '../../../src/lib/server/db/schema/events/events';
import { renameUnit } from '../../../src/lib/server/units/units';
import { publicReleasesOf } from './raw-releases';
import {
	banquets,
	close,
	closeWell,
	evenYear,
	freshTown,
	id,
	ledger,
	picture,
	released,
	retake,
	town,
	villages
} from './release-town';

freshTown();

describe('what a closing releases', () => {
	it('of a year is its total, its line and its tables', async () => {
		await evenYear(2024);
		expect(await picture(2024)).toEqual([]);
		await closeWell('2024');
		const lines = (await picture(2024)).filter((text) => text.startsWith('line'));
		expect(lines).toHaveLength(12);
		expect(lines.slice(0, 2)).toEqual(['line 01-01: 24', 'line 02-02: 0']);
		expect(await picture(2024)).toEqual(expect.arrayContaining(['year 01-12: 96', 'villages 01-12: 6']));
		const table = (await released(2024)).find(({ kind }) => kind === 'villages')!;
		expect(table.cells).toHaveLength(16);
		expect(table.cells[0]).toMatchObject({ name: '三星村', fromOn: '2024-01-01', toOn: '2024-03-31', value: 6 });
	});

	it('of a month is one more span, as finely as the year before had records', async () => {
		await evenYear(2024);
		await banquets('sanxing', '2025-01', 5);
		await banquets('hesha', '2025-02', 2);
		await banquets('hesha', '2025-03', 4);
		await ledger.reportRest(2025);
		await closeWell('2024');
		for (const month of ['2025-01', '2025-02']) await closeWell(month);
		expect(await picture(2025), 'one or two wait').toEqual(['line 01-01: 5']);
		await closeWell('2025-03');
		expect(await picture(2025)).toEqual(['line 01-01: 5', 'line 02-03: 6']);
	});

	it('is nothing of a year in which a village has a month without a record or a checked zero', async () => {
		for (const unit of villages.slice(1)) await banquets(unit, '2024-05', 9);
		await ledger.reportMonths(2024);
		await evenYear(2023);
		await closeWell('2024');
		expect((await picture(2024)).length).toBeGreaterThan(0);
		for (const unit of villages) await banquets(unit, '2025-05', 9);
		const closing = await closeWell('2025');
		expect(await picture(2025)).toEqual([]);
		await ledger.reportRest(2025);
		await retake(closing);
		expect(await picture(2025), 'once they have reported, the next snapshot releases it').toContain('year 01-12: 36');
	});

	it('is nothing of donors or elders while an event they may have come to is neither completed nor cancelled', async () => {
		await evenYear(2024);
		const drive = async (on: string, completed: boolean) => {
			const { id: eventId } = await ledger.event('blood-drive', 'sanxing', on, { completed });
			for (let nth = 0; nth < 3; nth++) await ledger.donation(eventId, true);
			return eventId;
		};
		await drive('2024-03-05', true);
		const open = await drive('2024-12-09', false);
		for (let nth = 0; nth < 3; nth++) await ledger.birthdayGuest('sanxing', '2024-05-10', 'attended');
		const { id: banquet } = await ledger.event('birthday-banquet', 'hesha', '2024-12-13', { completed: false });
		const closing = await closeWell('2024');
		expect(await picture(2024, 'blood-donations')).toEqual([]);
		expect(await picture(2024, 'elders-hosted')).toEqual(['line 05-06: 3']);
		const given = { attended: 3, donors: 3, millilitres: 1200, at: town.ctx.now() };
		await town.ctx.db.insert(eventCompletions).values({ eventId: open, ...given });
		await retake(closing);
		expect(await picture(2024, 'blood-donations')).toContain('year 01-12: 6');
		expect(await picture(2024, 'elders-hosted')).not.toContain('year 01-12: 3');
		const cancelled = { eventId: banquet, reason: '下雪', at: town.ctx.now() };
		await town.ctx.db.insert(eventCancellations).values(cancelled);
		await retake(closing);
		expect(await picture(2024, 'elders-hosted')).toContain('year 01-12: 3');
	});

	it('stays as it is, whatever is recorded later; a later snapshot says how much came, once that is three', async () => {
		await evenYear(2024);
		const closing = await closeWell('2024');
		const before = await released(2024);
		await banquets('sanxing', '2024-04', 1);
		expect(await released(2024)).toEqual(before);
		const notes = async () => (await picture(2024)).filter((text) => text.startsWith('later'));
		await retake(closing);
		expect(await notes(), 'one household').toEqual([]);
		await banquets('hesha', '2024-04', 2);
		await retake(closing);
		const after = await released(2024);
		expect(after.filter(({ kind }) => kind !== 'later' && kind !== 'ledger')).toEqual(
			before.filter(({ kind }) => kind !== 'ledger')
		);
		expect(await notes()).toEqual(['later 01-12: 3']);
		await retake(closing);
		expect(await notes(), 'once').toHaveLength(1);
		await banquets('sanxing', '2024-04', 1);
		await retake(closing);
		expect(await notes(), 'nor one more').toHaveLength(1);
	});

	it('of the next year publishes a year anew, once, with what came late, where no cell differs by one or two', async () => {
		for (const year of [2023, 2024]) await evenYear(year);
		await closeWell('2023');
		const ofYear = async () => (await picture(2023)).filter((text) => /^(year|later|villages)/.test(text));
		expect(await ofYear()).toEqual(['villages 01-12: 6', 'year 01-12: 96']);
		await banquets('sanxing', '2023-01', 3);
		const closing = await closeWell('2024');
		expect((await ofYear()).toSorted()).toEqual(['villages 01-12: 9', 'year 01-12: 99']);
		const { replaced } = await listReleases(town.ctx.db, town.units.town, [2023]);
		expect(replaced.map(({ figure }) => figure)).toContain('banquets-held');
		await banquets('sanxing', '2023-01', 3);
		await retake(closing);
		expect((await ofYear()).toSorted(), 'then it stays').toEqual([
			'later 01-12: 3',
			'villages 01-12: 9',
			'year 01-12: 99'
		]);
		await closeWell('2025');
		expect((await ofYear()).toSorted()).toContain('year 01-12: 99');
	});

	it('of the next year leaves a year alone that one or two records came to, and says nothing of them', async () => {
		for (const year of [2023, 2024]) await evenYear(year);
		await closeWell('2023');
		await banquets('sanxing', '2023-01', 2);
		await closeWell('2024');
		expect((await picture(2023)).filter((text) => /^(year|later)/.test(text))).toEqual(['year 01-12: 96']);
	});

	it('of the next year does not publish a year anew that differs by one or two from the note', async () => {
		for (const year of [2023, 2024]) await evenYear(year);
		const closing = await closeWell('2023');
		await banquets('sanxing', '2023-01', 4);
		await retake(closing);
		await banquets('sanxing', '2023-01', 1);
		await closeWell('2024');
		expect((await picture(2023)).filter((text) => /^(year|later)/.test(text)).toSorted()).toEqual([
			'later 01-12: 4',
			'year 01-12: 96'
		]);
	});

	it('names a village as it was named in that year', async () => {
		await evenYear(2024);
		const named = { id: id(), unitId: town.units.sanxing, name: '三星新村', renamedOn: '2025-03-01' };
		expect(await renameUnit(town.as('zhou'), named)).toMatchObject({ ok: true });
		await evenYear(2025);
		for (const year of [2024, 2025]) await closeWell(String(year));
		const nameIn = async (year: number) =>
			(await released(year)).flatMap(({ kind, cells }) =>
				kind === 'villages' || kind === 'ledger' ? [cells[0]!.name] : []
			);
		expect(await nameIn(2024)).toEqual(['三星村', '三星村']);
		expect(await nameIn(2025)).toEqual(['三星新村', '三星新村']);
	});

	it('is not released where the town was closed twice', async () => {
		await evenYear(2024);
		await closeWell('2024-01');
		await closeWell('2024');
		expect((await picture(2024)).filter((text) => text.startsWith('line 01'))).toHaveLength(1);
		expect((await close('2024')).result).toMatchObject({ refusal: 'period-already-closed' });
	});
});

describe('the database', () => {
	it('keeps a release as it is, and covers no day twice', async () => {
		await evenYear(2024);
		await closeWell('2024');
		const { change, remove, add } = await publicReleasesOf(town);
		await expect(change()).rejects.toThrow('a release is never changed');
		await expect(remove()).rejects.toThrow('a release is never deleted');
		await expect(add({ from: '2024-06-01', to: '2024-06-30' })).rejects.toThrow('covers this period already');
		await expect(add({ from: '2025-06-01', to: '2025-06-30' })).rejects.toThrow('only closed periods are released');
	});
});
