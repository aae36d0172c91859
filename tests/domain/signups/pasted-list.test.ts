import { expect, test } from 'vitest';
import { findVillage, isOutside, readPasted } from '$lib/domain/signups/pasted-list';

const cells = (text: string) => readPasted(text).rows.map(({ line: _, ...row }) => Object.values(row));

test('what is pasted from a spreadsheet is read by its columns, without heading and empty lines', () => {
	expect(cells('姓名\t电话\t村\t人数\r\n赵 甲\t138 0000 0001\t三星村\t2\r\n\t\t\t\r\n钱乙\r\n')).toEqual([
		['赵 甲', '138 0000 0001', '三星村', '2'],
		['钱乙', '', '', '']
	]);
	expect(cells('赵甲  13800000001  三星村  2')).toEqual([['赵甲', '13800000001', '三星村', '2']]);
});

test('a heading says which column is which, and text above it is no line', () => {
	const text =
		'三星村义诊报名表\n序号\t所在村（社区）\t户主姓名\t备注\t参加人数\t联系电话\n1\t三星村\t赵甲\t步行\t2\t13800000001';
	expect(cells(text)).toEqual([['赵甲', '13800000001', '三星村', '2']]);
	expect(readPasted(text).heading).toContain('户主姓名');
	expect(cells('姓名\t手机号码\n赵甲\t13800000001')).toEqual([['赵甲', '13800000001', '', '']]);
});

test('running numbers and totals are no people', () => {
	expect(cells('1\t赵甲\t13800000001\t三星村\t2\n2\t钱乙\t\t\t\n合计\t\t\t\t3')).toEqual([
		['赵甲', '13800000001', '三星村', '2'],
		['钱乙', '', '', '']
	]);
	expect(cells('姓名\t人数\n赵甲\t2\n总 计：\t2')).toEqual([['赵甲', '', '', '2']]);
});

test('a village is known by its name, the beginning of it, or its group; what could be two or none is not guessed', () => {
	const villages = ['三星村', '三河村', '河沙村'].map((name) => ({ name }));
	for (const cell of ['三星村', '三星', '三星村一组', '太平场镇三星村'])
		expect(findVillage(villages, cell)?.name).toBe('三星村');
	for (const cell of ['三', '刘家村', '']) expect(findVillage(villages, cell)).toBeNull();
	expect([isOutside('外镇'), isOutside('刘家村')]).toEqual([true, false]);
});
