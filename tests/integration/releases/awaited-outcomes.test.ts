import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { findFigure, figures } from '../../../src/lib/domain/figures/figure';
import { awaitedIn } from '../../../src/lib/domain/releases/awaited';
import { banquetOutcomes, banquets } from '../../../src/lib/server/db/schema/banquets/banquets';
import { readPublicFigurePage } from '../../../src/lib/server/releases/public-figure-page';
import { closeWell, evenYear, freshTown, ledger, released, retake, town, yearQuery } from './release-town';
import * as figuresRoute from '../../../src/routes/api/v1/figures/+server';

freshTown();

/** Banquets that were planned for a day and have no outcome. */
async function planned(count: number, on: string): Promise<string[]> {
	const ids: string[] = [];
	for (let nth = 0; nth < count; nth++) ids.push(await ledger.banquet('sanxing', on, null));
	return ids;
}

/** Some of them were called off. */
async function callOff(ids: readonly string[]): Promise<void> {
	for (const banquetId of ids)
		await town.ctx.db
			.insert(banquetOutcomes)
			.values({ banquetId, outcome: 'cancelled', endedOn: '2024-04-20', tablesHeld: 0, at: 0 });
}

const publishedOf = async (year: number) =>
	awaitedIn((await released(year)).findLast(({ kind }) => kind === 'ledger') ?? null);

async function fromApi(id: string) {
	const url = new URL('http://localhost/api/v1/figures?year=2024');
	const answer = await figuresRoute.GET({ url, locals: { context: town.visitor } } as never);
	return ((await answer.json()) as { id: string; awaited: unknown }[]).find((one) => one.id === id)!.awaited;
}

it('a closed year says how many banquets had no outcome, as it stood then, beside banquets held and dissuaded', async () => {
	await evenYear(2024);
	const open = await planned(4, '2024-04-20');
	await planned(1, '2025-02-01');
	const closing = await closeWell('2024');
	expect(await publishedOf(2024)).toBe(4);
	await callOff(open.slice(0, 1));
	expect([await fromApi('banquets-held'), await fromApi('banquets-dissuaded'), await fromApi('slogans')]).toEqual([
		4,
		4,
		null
	]);
	await retake(closing);
	expect(await publishedOf(2024), 'one that came is a household').toBe(4);
	await callOff(open.slice(1, 3));
	await retake(closing);
	expect(await publishedOf(2024), 'three that came').toBe('few');
	const query = await yearQuery(2024);
	const figure = findFigure(figures, 'banquets-held')!;
	const page = await readPublicFigurePage(town.ctx, { ...query, figure, year: 2024, today: '2026-03-02' });
	expect(
		page.coverage!.rows.map(({ name }) => name),
		'the town is no village'
	).toHaveLength(4);
});

it('what a household declared online counts there only once a cadre has confirmed it', async () => {
	await evenYear(2024);
	const open = await planned(5, '2024-04-20');
	for (const id of open) await town.ctx.db.update(banquets).set({ confirmedTables: null }).where(eq(banquets.id, id));
	await closeWell('2024');
	expect(await publishedOf(2024)).toBeNull();
});

it('a month that is closed of a running year says nothing of it', async () => {
	await evenYear(2024);
	await planned(4, '2024-01-20');
	await closeWell('2024-01');
	expect(await publishedOf(2024)).toBeNull();
});
