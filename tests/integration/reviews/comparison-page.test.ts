import { describe, expect, it } from 'vitest';
import { takeSnapshot } from '../../../src/lib/server/reviews/snapshots';
import { closePeriod } from '../../../src/lib/server/reviews/closings';
import { load } from '../../../src/routes/desk/(reviews)/closings/[id=id]/compare/+page.server';
import { visit } from '../page-visit';
import { definitions, freshTown, id, ledger, town } from './closing-town';

freshTown();

/** A closed year in which so many slogans and banquets came in late, and was taken again. */
async function closedTwice(late: number) {
	const closing = { id: id(), snapshotId: id(), unitId: town.units.town, span: '2024', definitions };
	await ledger.declareStart('2024-01-01', ['banquets', 'activities']);
	await closePeriod(town.as('zhou'), closing);
	for (let nth = 0; nth < late; nth++) {
		await ledger.activity('slogan', 'sanxing', '2024-05-03');
		await ledger.activity('media-report', 'sanxing', '2024-05-03');
	}
	const taken = { id: id(), closingId: closing.id, reason: '补记', definitions };
	expect(await takeSnapshot(town.as('zhou'), taken)).toEqual({ ok: true });
	return closing.id;
}

async function compared(closingId: string, query = '') {
	const path = `/desk/closings/${closingId}/compare${query}`;
	const { value } = await visit(town.as('zhou'), load as (event: never) => unknown, {
		path,
		params: { id: closingId }
	});
	const { figures } = value as { figures: { id: string; count: number; records: unknown[] }[] };
	return figures.filter(({ count }) => count > 0).map(({ id, count, records }) => [id, count, records.length]);
}

describe('the comparison of two snapshots', () => {
	it('lists all records where they are few', async () => {
		expect(await compared(await closedTwice(3))).toEqual([
			['slogans', 3, 3],
			['media-reports', 3, 3]
		]);
	});

	it('lists the first ones of each figure where they are many, and up to a hundred of one alone', async () => {
		const closingId = await closedTwice(101);
		expect(await compared(closingId)).toEqual([
			['slogans', 101, 10],
			['media-reports', 101, 10]
		]);
		expect(await compared(closingId, '?figure=slogans')).toEqual([['slogans', 101, 100]]);
	});
});
