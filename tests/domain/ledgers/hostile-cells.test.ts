import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDate } from '../../../src/lib/domain/calendar/calendar';
import { decideActivityRow } from '../../../src/lib/domain/ledgers/activity-row';
import { decideBanquetRow } from '../../../src/lib/domain/ledgers/banquet-row';
import { decideCaseRow } from '../../../src/lib/domain/ledgers/case-row';
import { decideDissuasionRow } from '../../../src/lib/domain/ledgers/dissuasion-row';
import { decideElderRow } from '../../../src/lib/domain/ledgers/elder-row';
import { decideHouseholdsRow } from '../../../src/lib/domain/ledgers/households-row';
import { readDate } from '../../../src/lib/domain/ledgers/ledger-date';
import { readRow, type RowTexts, type RowValues } from '../../../src/lib/domain/ledgers/ledger-row';
import {
	findLedgerUnit,
	groupInCell,
	listLedgerGroups,
	namesOfUnits
} from '../../../src/lib/domain/ledgers/ledger-unit';
import { ledgerDefinitions, ledgers, type Ledger } from '../../../src/lib/domain/ledgers/ledgers';
import type { Decided } from '../../../src/lib/domain/ledgers/row-rules';
import { decideSignupRow } from '../../../src/lib/domain/ledgers/signup-row';
import { isBirthPossible } from '../../../src/lib/server/birthdays/elders';
import { reading as plain } from './row-reading';

const today = '2024-12-31';
const reading = { ...plain, isBirth: (birth: Parameters<typeof isBirthPossible>[0]) => isBirthPossible(birth, today) };
const day = { today, farthestDays: 60 };
const decide: Record<Ledger, (values: RowValues) => Decided<object>> = {
	banquets: (values) => decideBanquetRow(values, day),
	dissuasions: (values) => decideDissuasionRow(values, day),
	activities: (values) => decideActivityRow(values, day, { campaigns: [], kinds: [] }),
	cases: (values) => decideCaseRow(values, day),
	elders: decideElderRow,
	households: (values) => decideHouseholdsRow(values, day),
	signups: decideSignupRow
};

/** Pieces of what cells hold, right ones and broken ones, which are put together at random. */
const pieces = fc.constantFrom(
	...'2026-13-45 0000-00-00 0000-01-01 0001-01-01 9999-12-31 2024-02-30 45356 99999 0 -1 1e9 999999999 3.5 24.3.5 闰 正月 腊月 冬月'.split(
		' '
	),
	...'初一 三十 卅一 廿 十三月 农历 公历 阴阳历 年 月 日 0000年 9999年 零年 〇〇〇〇年 周三 星期八 上午 晚上 25:61 12点 ≈ ~ 至 （ ） ( ) 、 约 两 百十 万'.split(
		' '
	),
	...[
		'\u0000',
		'\u0001',
		'\ufffd',
		'\ufffe',
		'\u202e',
		'\ud800',
		'\r',
		'\n',
		'\t',
		'"',
		"'",
		'=',
		'#N/A',
		' ≈ ',
		' ',
		'🎉'
	],
	...'__proto__ constructor toString 三星村 一组 第九十九万组 13800001234 a null undefined NaN'.split(' ')
);
const hostile = fc.oneof(
	{ weight: 4, arbitrary: fc.array(pieces, { maxLength: 6 }).map((found) => found.join('')) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 600 }) }
);

describe('whatever a cell holds', () => {
	it.each(ledgers)('a row of %s is read, or asked about, and never a fault of the software', (ledger) => {
		const { columns } = ledgerDefinitions[ledger];
		const row = fc.record(Object.fromEntries(columns.map((column) => [column, hostile])), { requiredKeys: [] });
		fc.assert(
			fc.property(row, fc.constantFrom(2024, null), (texts, year) => {
				const { values } = readRow(ledger, texts as RowTexts, { ...reading, year });
				decide[ledger](values);
			}),
			{ numRuns: 400 }
		);
	});

	it('a day that is read is a day of the calendar', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				const read = readDate(text, reading);
				if ('on' in read) expect(isDate(read.on), text).toBe(true);
			}),
			{ numRuns: 3000 }
		);
	});

	it.each(['0001-01-01', '0024-03-05', '1899-12-31', '2101-01-01', '9999-12-31'])(
		'the day %s is none that was meant, also where a cadre is sure of it',
		(on) => {
			const read = readRow('banquets', { plannedOn: on }, reading, ['plannedOn']);
			expect(read).toEqual({ values: {}, faults: [{ column: 'plannedOn', fault: 'date-wrong' }] });
			const month = readRow('activities', { zeroMonth: on.slice(0, 7) }, reading);
			expect(month).toEqual({ values: {}, faults: [{ column: 'zeroMonth', fault: 'month-wrong' }] });
		}
	);

	it('a unit and a group are found or not', () => {
		const unit = (id: string, kind: 'village' | 'group', name: string, parentId: string | null) => ({
			...{ id, kind, name, parentId },
			nameEn: null
		});
		const units = namesOfUnits([unit('s', 'village', '三星村', null), unit('s1', 'group', '三星村一组', 's')]);
		fc.assert(
			fc.property(hostile, (text) => {
				findLedgerUnit(units, text);
				listLedgerGroups(units, 's', text);
				groupInCell(text);
			})
		);
	});

	it.each(['a ≈ 2026-13-45', ' ≈ 2024-03-06', '2024-03-05 23:59:17 ≈ 2024-03-09', '2024-03-05 12:00:00 ≈ 2024-03-06'])(
		'%s is not the day after one, as the reader of workbooks writes it',
		(text) => expect(readDate(text, reading)).toEqual({ fault: 'date-wrong' })
	);
});
