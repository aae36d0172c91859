import { describe, expect, it } from 'vitest';
import * as figuresPage from '../../../src/routes/(public)/trends/figures/+page.server';
import * as api from '../../../src/routes/api/v1/figures/+server';
import { visit } from '../page-visit';
import { enter } from '../reviews/closing-town';
import { banquets, closeWell, evenYear, freshTown, retake, town } from './release-town';

freshTown();

/** What the public reads of the snapshots of 2024: the number of its own, and why some were taken again. */
async function publicSnapshots() {
	const { value } = await visit(town.visitor, figuresPage.load, { path: '/trends/figures?year=2024' });
	const { settled, retaken } = value as { settled: { number: number }; retaken: { number: number }[] };
	const response = (await visit(town.visitor, api.GET, { path: '/api/v1/figures?year=2024' })).value as Response;
	const figures = (await response.json()) as { id: string; snapshot: number }[];
	const ofWork = figures.find(({ id }) => id === 'slogans')!.snapshot;
	expect(ofWork).toBe(settled.number);
	return { number: settled.number, retaken: retaken.map(({ number }) => number) };
}

describe('a snapshot that is taken again', () => {
	it('is told of where it changed what the public reads, and else not: a late banquet alone is a household', async () => {
		await evenYear(2024);
		const closing = await closeWell('2024');
		expect(await publicSnapshots()).toEqual({ number: 1, retaken: [] });
		await banquets('sanxing', '2024-04', 1);
		await retake(closing);
		expect(await publicSnapshots()).toEqual({ number: 1, retaken: [] });
		await enter('zhou', 'town', '2024-05-05', { kind: 'slogan' });
		await retake(closing);
		expect(await publicSnapshots(), 'work is public').toEqual({ number: 3, retaken: [3] });
		await banquets('sanxing', '2024-07', 1);
		await retake(closing);
		expect(await publicSnapshots()).toEqual({ number: 3, retaken: [3] });
		await banquets('sanxing', '2024-10', 2);
		await retake(closing);
		expect(await publicSnapshots(), 'four came late, which is noted').toEqual({ number: 5, retaken: [3, 5] });
	});
});
