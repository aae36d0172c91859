import { describe, expect, test } from 'vitest';
import { cellKind, exportColumns, exportLists } from '../../../src/lib/domain/ledgers/export';
import { figures } from '../../../src/lib/domain/figures/figure';
import { insertActivities } from '../../../src/lib/server/db/activities/activities';
import { setHouseholds } from '../../../src/lib/server/units/households';
import { columnText, exportText, listDefinition, listText } from '../../../src/lib/ui/ledgers/export-words';
import { town, rowsOf, declare, take, freshTown } from './taken-lists';

freshTown();

async function* each<Row>(slices: AsyncIterable<Row[]>) {
	for await (const slice of slices) yield* slice;
}

describe('a list taken as a file', () => {
	test('is read slice by slice, each record once, also where many share a day', async () => {
		const { db, keys, now, newId } = town.ctx;
		const entries = Array.from({ length: 1203 }, (_, nth) => {
			const id = newId();
			return {
				id,
				unitId: town.units.sanxing,
				kind: 'slogan' as const,
				doneOn: nth % 3 ? '2026-01-10' : '2026-01-11',
				subject: `第 ${nth} 条`,
				quantity: 1,
				responsibleSealed: keys.seal('王试管', 'activities.responsible', id),
				at: now(),
				byId: town.accounts.liu.id
			};
		});
		await db.batch([insertActivities(db, entries)]);
		let turns = 0;
		const others = setInterval(() => turns++, 0);
		const subjects = (await rowsOf('liu', 'activities')).map(({ subject }) => subject);
		clearInterval(others);
		expect(turns, 'other requests get their turn between the slices').toBeGreaterThan(2);
		expect(subjects).toHaveLength(1203);
		expect(new Set(subjects).size).toBe(1203);
	});

	test('there is one of every kind, with every column worded, empty or not', async () => {
		await declare(town.units.sanxing);
		await setHouseholds(town.as('zhou'), {
			id: town.ctx.newId(),
			unitId: town.units.sanxing,
			fromOn: '2026-01-01',
			households: 400
		});
		for (const list of exportLists) {
			const taken = await take('zhou', list, { figure: 'banquets-held', year: 2026 });
			if (!taken.ok) throw new Error(`${list}: ${taken.refusal}`);
			expect(listText(list)).toMatch(/\p{Script=Han}/u);
			expect(listDefinition(list, 'banquets-held', taken.registry)).toMatch(/\p{Script=Han}/u);
			const columns = exportColumns(list);
			expect(columns.map(columnText)).not.toContain('');
			for await (const row of each(taken.rows)) {
				expect(columns).toEqual(expect.arrayContaining(Object.keys(row)));
				for (const column of columns) {
					const cell = exportText(column, row[column], { list, units: taken.units, added: taken.registry });
					const kind = cellKind(list, column);
					if (typeof cell === 'number') expect(['number', 'rate']).toContain(kind);
					if (typeof cell === 'string' && kind === 'date') expect(cell).toMatch(/^\d{4}-\d\d-\d\d$/);
				}
			}
		}
		expect(await rowsOf('zhou', 'figures', { year: 2026 })).toHaveLength(figures.length);
		expect(await rowsOf('zhou', 'households')).toMatchObject([{ village: town.units.sanxing, households: 400 }]);
	});
});
