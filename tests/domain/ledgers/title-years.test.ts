import { expect, test } from 'vitest';
import { yearIn } from '../../../src/lib/domain/ledgers/sheets/ledger-table.js';

test.each([
	['太平场镇2025年事项台账 填表日期：2026-12-01', 2025],
	['太平场镇事项台账 单位：太平场镇 填表日期：2026-12-01 台账', null],
	['宴席台账 制表时间: 2026年1月5日', null],
	['宴席台账 报送日期：二〇二六年一月五日', null],
	['Ledger of cases Filled in on: 2026-12-01', null],
	['Ledger of cases Date: 2026-12-01', null],
	['宴席台账 统计期间：2025-01-01 至 2025-12-31 填表日期：2026-01-05', 2025],
	['宴席台账 统计时间：2025年1月至12月', 2025],
	['上报2024年台账', 2024],
	['2024年、2025年台账', null]
])('the year of a sheet is that of its title, not of the day on which it was filled in: %s', (title, year) => {
	expect(yearIn(title)).toBe(year);
});
