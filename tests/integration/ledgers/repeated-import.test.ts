import { describe, expect, test } from 'vitest';
import { findImport, listSameFile } from '../../../src/lib/server/db/ledgers/imports';
import { declareAs } from '../banquets/new-banquet';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { accountOf, bring, linesOf, textFile } from './import-files';
import { town, act, head, hosts, freshTown } from './messy-ledger';

freshTown();

describe('what is there already', () => {
	const one = (host: string, on: string, occasion = '结婚', phone = '') => [
		'1',
		'',
		host,
		occasion,
		on,
		'12',
		phone,
		''
	];

	test('is the same by village, day, host and occasion, and alike by host within ten days or by telephone on the day', async () => {
		const liu = town.as('liu');
		await declareAs('liu', town, {
			hostName: '张三',
			occasion: 'wedding',
			declaredOn: '2026-02-20',
			plannedOn: '2026-03-05',
			meals: 1,
			tablesPlanned: 12
		});
		const id = await bring(
			liu,
			'banquets',
			textFile([
				head,
				one('张 三', '2026-03-05'),
				one('张三', '2026-03-12', '满月'),
				one('张三', '2026-03-20'),
				one('张王氏', '2026-03-05', '寿宴', '13800000001'),
				one('张三丰', '2026-03-05')
			])
		);
		const states = (await linesOf(town.ctx, id)).map(({ state }) => state);
		expect(states).toEqual(['doubtful', 'doubtful', 'doubtful', 'doubtful', 'new']);
	});

	test('comes back as new when the row it repeats is left out', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'banquets', textFile([head, one('张三', '2024-03-05'), one('张三', '2024-03-05')]));
		expect(await accountOf(town.ctx, id)).toEqual({ all: 2, new: 1, doubtful: 1 });
		await decideImportRows(liu, { id: act(), importId: id, decisions: { leave: [2] } });
		expect(await accountOf(town.ctx, id)).toEqual({ all: 2, new: 1, 'left-out': 1 });
		await decideImportRows(liu, { id: act(), importId: id, decisions: { ask: [2] } });
		expect(await accountOf(town.ctx, id)).toEqual({ all: 2, new: 1, doubtful: 1 });
	});

	test('recorded by another cadre in between stops the whole write, and every row is looked at again', async () => {
		const liu = town.as('liu');
		const lines = [head, one('张三', '2024-03-05', '结婚', '13800000001'), one('李四', '2024-03-06')];
		const [first, second] = [
			await bring(liu, 'banquets', textFile(lines)),
			await bring(liu, 'banquets', textFile(lines))
		];
		expect(await landImport(liu, { id: act(), importId: first })).toEqual({ ok: true });
		expect(await landImport(liu, { id: act(), importId: second })).toEqual({ ok: false, refusal: 'import-outdated' });
		expect(await hosts()).toEqual(['张三', '李四']);
		await readOn(liu, second);
		expect(await accountOf(town.ctx, second)).toEqual({ all: 2, doubtful: 2 });
	});

	test('is said of the same file', async () => {
		const liu = town.as('liu');
		const bytes = textFile([head, one('张三', '2024-03-05')]);
		const first = await bring(liu, 'banquets', bytes);
		const second = await bring(liu, 'banquets', bytes);
		const { fileHash: hash } = (await findImport(town.ctx.db, second))!.import;
		expect(await listSameFile(town.ctx.db, { hash, scope: town.units.sanxing, exceptId: second })).toMatchObject([
			{ id: first }
		]);
	});
});
