import { afterEach, describe, expect, test } from 'vitest';
import { recordActivity, recordCheckedZero } from '../../../src/lib/server/activities/activities';
import { declareBanquet, recordOutcome } from '../../../src/lib/server/banquets/banquets';
import type { Context } from '../../../src/lib/server/context';
import { recordDissuasion } from '../../../src/lib/server/banquets/dissuasions';
import { addElder } from '../../../src/lib/server/birthdays/elders';
import { exportList, type ExportRow } from '../../../src/lib/server/ledgers/exports';
import { landImport } from '../../../src/lib/server/ledgers/imports';
import { signUp } from '../../../src/lib/server/signups/signups';
import { setHouseholds } from '../../../src/lib/server/units/units';
import { exportFormats, type ExportFormat } from '../../../src/lib/domain/ledgers/export';
import { ledgerColumns, ledgers, type Ledger } from '../../../src/lib/domain/ledgers/ledger';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';
import { GET } from '../../../src/routes/desk/(ledgers)/exports/[list].[format]/+server';
import { accountOf, bring } from './import-files';
import { openSlot } from '../events/open-slot';
import { openTestTown, type TestTown } from '../test-town';

let towns: TestTown[] = [];
afterEach(() => {
	for (const town of towns) town.close();
	towns = [];
	overwriteGetLocale(() => 'zh-CN');
});
async function openTown(): Promise<TestTown> {
	const town = await openTestTown();
	towns.push(town);
	await openSlot(town, null);
	return town;
}

function must<R extends { ok: boolean }>(result: R): Extract<R, { ok: true }> {
	if (!result.ok) throw new Error(JSON.stringify(result));
	return result as Extract<R, { ok: true }>;
}

/** A town whose ledgers hold every field that can be entered, empty and full, and texts that are hard on files. */
async function fill(town: TestTown): Promise<void> {
	const { units } = town;
	const [liu, zhou] = [town.as('liu'), town.as('zhou')];
	const id = () => town.ctx.newId();
	const banquet = {
		...({ origin: 'declared', occasion: 'longevity', unitId: units.sanxing, hostName: '张试办' } as const),
		hostPhone: '13800000001' as string | null,
		declaredOn: '2026-01-02',
		plannedOn: '2026-01-22',
		meals: 2,
		tablesPlanned: 30,
		pricePerTable: 600 as number | null,
		venue: '=院坝, "大"',
		caterer: '一条龙\n李师',
		isHygieneCertificateSeen: true
	};
	const declare = async (changes: object) =>
		must(await declareBanquet(zhou, { ...banquet, id: id(), ...changes })).banquetId;
	const held = await declare({});
	const reduced = await declare({
		hostPhone: null,
		hostName: '欧阳试办',
		unitId: units.sanxingGroup1,
		occasion: 'wedding',
		pricePerTable: null,
		caterer: ''
	});
	await declare({
		origin: 'found',
		occasion: 'other',
		hostPhone: '02371234567',
		unitId: units.qiaotou,
		isHygieneCertificateSeen: false,
		venue: ''
	});
	await declare({ hostPhone: '13800000004', plannedOn: '2026-05-01', occasion: 'school' });
	const dissuaded = await declare({ hostPhone: '13800000005', occasion: 'housewarming', hostName: '李试停' });
	const smaller = await declare({ hostPhone: null, hostName: '孙试停', occasion: 'full-month' });
	const end = { endedOn: '2026-01-22' };
	must(await recordOutcome(zhou, { ...end, id: id(), banquetId: held, outcome: 'held', tablesHeld: 28 }));
	must(await recordOutcome(zhou, { ...end, id: id(), banquetId: reduced, outcome: 'reduced', tablesHeld: 9 }));
	const visit = { wentOn: '2026-01-10', outcome: 'cancelled', note: '-算了两本账' } as const;
	must(await recordDissuasion(liu, { ...visit, id: id(), banquetId: dissuaded }));
	must(await recordDissuasion(liu, { ...visit, id: id(), banquetId: smaller, outcome: 'reduced', note: '' }));
	const entry = {
		...({
			unitId: units.sanxing,
			kind: 'slogan',
			doneOn: '2026-01-05',
			subject: '0012 号标语',
			place: '主公路'
		} as const),
		audience: '过路群众',
		quantity: 21,
		result: '@已挂',
		responsible: '王试管',
		evidence: '照片 3 张',
		note: '+补'
	};
	must(await recordActivity(liu, { ...entry, id: id() }));
	const plain = {
		kind: 'deployment-meeting',
		quantity: 1,
		place: '',
		audience: '',
		result: '',
		evidence: '',
		note: ''
	} as const;
	must(await recordActivity(zhou, { ...entry, ...plain, id: id(), unitId: units.town }));
	must(
		await recordCheckedZero(liu, {
			id: id(),
			unitId: units.sanxing,
			kind: 'complaint',
			month: '2026-01',
			responsible: '王试管'
		})
	);
	const elder = {
		...({ unitId: units.sanxing, name: '孙试老', sex: 'female', phone: null, relativePhone: '13900000009' } as const),
		...({ birth: { calendar: 'lunar', year: 1944, month: 4, day: 5, isLeap: true }, mobility: 'wheelchair' } as const),
		...({ needsTransport: true, pickUpPoint: '=村口', diet: 'low-sugar', companions: 2, photoConsent: 'yes' } as const)
	};
	must(await addElder(liu, { ...elder, id: id() }));
	const solar = { birth: { calendar: 'solar', on: '1948-05-01' }, phone: '13900000010', relativePhone: null } as const;
	const habits = { mobility: 'walks', needsTransport: false, pickUpPoint: '', diet: 'any', companions: 0 } as const;
	must(
		await addElder(liu, {
			...elder,
			...solar,
			...habits,
			id: id(),
			name: '钱试老',
			sex: 'male',
			unitId: units.sanxingGroup1,
			photoConsent: 'no'
		})
	);
	must(
		await addElder(liu, {
			...elder,
			...solar,
			...habits,
			id: id(),
			name: '周试老',
			photoConsent: 'unasked',
			diet: 'halal'
		})
	);
	must(await setHouseholds(zhou, { id: id(), unitId: units.sanxing, fromOn: '2025-01-01', households: 412 }));
	must(await setHouseholds(zhou, { id: id(), unitId: units.hesha, fromOn: '2026-01-01', households: 388 }));
	const { rows } = await town.ctx.db.$client.execute('select id from slots');
	const signup = { slotId: String(rows[0]!.id), villageId: units.sanxing as string | null, partySize: 1 };
	must(
		await signUp(town.visitor, {
			...signup,
			id: id(),
			name: '吴试名',
			phone: '13700000001',
			partySize: 3,
			companions: ['郑试名', '冯试名'],
			acceptsSome: true,
			email: 'wu@example.cn',
			language: 'en'
		})
	);
	must(
		await signUp(town.visitor, {
			...signup,
			id: id(),
			name: '陈试名',
			phone: '13700000002',
			villageId: null,
			helper: { name: '褚试帮', phone: '13700000003' }
		})
	);
}

/** A ledger as the very file that the page gives out. */
async function fileOf(ctx: Context, list: Ledger, format: ExportFormat): Promise<Uint8Array> {
	const url = new URL(`http://localhost/desk/exports/${list}.${format}`);
	const answer = await GET({ locals: { context: ctx }, params: { list, format }, url } as never);
	return new Uint8Array(await answer.arrayBuffer());
}

async function rowsOf(ctx: Context, list: Ledger): Promise<ExportRow[]> {
	const taken = must(
		await exportList(ctx, {
			id: ctx.newId(),
			list,
			format: 'csv',
			unitId: null,
			year: null,
			eventId: null,
			figure: null
		})
	);
	const rows: ExportRow[] = [];
	for await (const row of taken.rows) rows.push(row);
	const plain = (row: ExportRow) => JSON.stringify(ledgerColumns[list].map((column) => row[column] ?? null));
	return rows.sort((one, other) => plain(one).localeCompare(plain(other)));
}

describe.each(exportFormats)('a town’s ledgers taken out as %s', (format) => {
	test.each(['zh-CN', 'en'] as const)('come into an empty town without loss, headed in %s', async (locale) => {
		const [from, to] = [await openTown(), await openTown()];
		await fill(from);
		for (const ledger of ledgers) {
			overwriteGetLocale(() => locale);
			const file = await fileOf(from.as('zhou'), ledger, format);
			const zhou = to.as('zhou');
			const importId = await bring(zhou, ledger, file, `${ledger}.${format}`);
			const counts = await accountOf(to.ctx, importId);
			const before = await rowsOf(from.as('zhou'), ledger);
			expect({ ledger, wrong: counts.wrong ?? 0, doubtful: counts.doubtful ?? 0, new: counts.new }).toEqual({
				ledger,
				wrong: 0,
				doubtful: 0,
				new: before.length
			});
			must(await landImport(zhou, { id: zhou.newId(), importId }));
			expect(await rowsOf(zhou, ledger), ledger).toEqual(before);
		}
	});
});
