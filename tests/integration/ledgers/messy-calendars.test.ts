import { describe, expect, test } from 'vitest';
import { lineOf } from '../../../src/lib/domain/ledgers/sheets/sheet-account';
import { findImport } from '../../../src/lib/server/db/ledgers/imports';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { setImportColumns } from '../../../src/lib/server/ledgers/set-columns';
import { bring, linesOf, sheetFile } from './import-files';
import { act, brief, folder, freshTown, town } from './imported-ledger';

freshTown();

/** Each row of an import in one line: its sheet, its number there, state, faults, and the day that was read. */
async function briefBySheet(id: string): Promise<string[]> {
	const { sheets } = (await findImport(town.ctx.db, id))!.import;
	return (await linesOf(town.ctx, id)).map(({ nth, state, faults, record }) => {
		const { sheet, line } = lineOf(sheets, nth);
		return [`${sheet!.name}${line}`, state, ...faults, record?.plannedOn].filter(Boolean).join(' ');
	});
}

describe('the folder of messy ledgers', () => {
	test.each(['banquets-quarters.xlsx', 'banquets-quarters.ods'])(
		'a sheet a quarter: what is denied, filtered or of another calendar than its heading is asked about (%s)',
		async (name) => {
			const id = await bring(town.as('zhou'), 'banquets', folder(name));
			expect(await briefBySheet(id)).toEqual([
				'一季度3 wrong outcome: choice-unknown',
				'一季度4 wrong occasion: choice-unknown outcome: choice-unknown',
				'一季度5 wrong group: group-unknown outcome: choice-unknown',
				'一季度6 wrong group: group-unknown plannedOn: contradicts-calendar outcome: choice-unknown',
				'一季度7 wrong outcome: choice-unknown',
				'一季度8 left-out',
				'一季度9 new 2024-03-10',
				'一季度10 new 2024-03-11',
				// The days of this sheet are of another calendar, so they are another column, which a cadre has to choose.
				'二季度3 wrong plannedOn: missing',
				'二季度4 wrong plannedOn: missing',
				'二季度5 wrong plannedOn: missing',
				'二季度6 wrong plannedOn: missing'
			]);
		}
	);

	test('birth dates are of the calendar that their heading names, or asked about', async () => {
		const id = await bring(town.as('zhou'), 'elders', folder('elders-calendars.xlsx'));
		expect(await briefBySheet(id)).toEqual([
			'三星村2 new',
			'三星村3 wrong birth: contradicts-calendar',
			'三星村4 wrong birth: contradicts-calendar',
			'三星村5 wrong birth: birth-wrong',
			'三星村6 new',
			'三星村7 wrong birth: birth-number',
			'河沙村2 wrong group: group-unknown birth: missing',
			'河沙村3 wrong group: group-unknown birth: missing',
			'河沙村4 wrong group: group-unknown birth: missing'
		]);
	});

	test('times are read as people write them, or asked about', async () => {
		expect(await brief(await bring(town.as('zhou'), 'signups', folder('signups-times.xlsx')))).toEqual([
			'2 wrong event: event-unknown',
			'3 wrong event: event-unknown',
			'4 wrong slotStart: year-missing',
			'5 wrong event: event-unknown',
			'6 wrong slotStart: year-missing',
			'7 wrong slotStart: moment-wrong',
			'8 wrong slotStart: lunar-wrong',
			'9 wrong event: event-unknown'
		]);
	});
});

describe('a heading that names a calendar', () => {
	const head = ['姓名', '性别', '公历生日'];
	const rows = [
		['测老甲', '女', '1950年正月初五'],
		['测老乙', '女', '1950-03-05']
	];

	test('is asked about where a row says another, until a cadre says that the row is right', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'elders', await sheetFile([head, ...rows]));
		expect(await brief(id)).toEqual(['2 wrong birth: contradicts-calendar', '3 new']);
		await mendImport(liu, { id: act(), importId: id, sure: [{ nth: 2, column: 'birth' }] });
		await readOn(liu, id);
		expect(await brief(id)).toEqual(['2 new', '3 new']);
	});

	test('is wrong where a cadre chooses the other calendar for the file', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'elders', await sheetFile([head, ...rows]));
		const columns = { columns: ['name', 'sex', 'birth'] as never, year: null, villageId: null };
		await setImportColumns(liu, { id: act(), importId: id, ...columns, calendar: 'lunar' });
		await readOn(liu, id);
		expect(await brief(id)).toEqual(['2 new', '3 new']);
	});
});
