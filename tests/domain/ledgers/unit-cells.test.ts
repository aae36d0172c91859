import { describe, expect, test } from 'vitest';
import {
	listLedgerGroups,
	findLedgerUnit,
	findUnitInTitle,
	groupInCell,
	namesOfUnits
} from '../../../src/lib/domain/ledgers/ledger-unit';

describe('a unit in a ledger', () => {
	const unit = (id: string, kind: 'town' | 'village' | 'group', name: string, parentId: string | null) => ({
		id,
		kind,
		name,
		parentId,
		nameEn: id
	});
	const units = () =>
		namesOfUnits([
			unit('t', 'town', '太平场镇', null),
			unit('s', 'village', '三星村', 't'),
			unit('h', 'village', '河沙村', 't'),
			unit('s1', 'group', '三星村一组', 's'),
			unit('s11', 'group', '三星村十一组', 's'),
			unit('h1', 'group', '一组', 'h')
		]);
	test.each([
		['三星村', 's'],
		['三 星 村', 's'],
		['三星', 's'],
		['太平场镇三星村', 's'],
		['三星村一组', 's'],
		['太平场镇', 't'],
		['H', 'h'],
		['中坝村', null],
		['新三星村', null],
		['不在三星村', null],
		['非三星村人', null],
		['三星村不在', null],
		['三星村和河沙村', null],
		['太平', null],
		['太平场', 't'],
		['四川省成都市温江区太平场镇三星村', 's'],
		['四川省彭州市太平场镇三星村', 's'],
		['贵州省遵义市三星村', 's'],
		['四川省乐山市市中区三星村', 's'],
		['贵州省黔东南苗族侗族自治州三星村', 's'],
		['甘肃省临夏回族自治州积石山保安族东乡族撒拉族自治县三星村', 's'],
		['州市三星村', null],
		['三星村(一组)12号', 's'],
		['三星村村委会', 's'],
		['三星村12号', 's'],
		['', null]
	])('%s', (text, id) => expect(findLedgerUnit(units(), text)?.id ?? null).toBe(id));

	test.each([
		['一组', 's1'],
		['1组', 's1'],
		['第1村民小组', 's1'],
		['三星村一组', 's1'],
		['１１社', 's11'],
		['十一组', 's11'],
		['九组', undefined]
	])('the group %s', (text, id) => expect(listLedgerGroups(units(), 's', text)[0]?.id).toBe(id));

	test.each([
		['2024年三星村宴席台账', 's'],
		['太平场镇三星村2024年度宴席台账 Sheet1', 's'],
		['附件1 三星村（3月）', 's'],
		['关于河沙村的台账', 'h'],
		['四川省彭州市三星村2024年宴席台账', 's'],
		['新三星村宴席台账', null],
		['三星村、河沙村宴席台账', null],
		['太平场镇宴席台账', 't'],
		['台账', null]
	])('the title %s', (title, id) => expect(findUnitInTitle(units(), title)?.id ?? null).toBe(id));

	test('a group may follow its village in one cell', () => {
		expect(groupInCell('三星村一组')).toBe('一组');
		expect(groupInCell('三星村')).toBe('');
	});
});
