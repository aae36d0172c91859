import { expect, test } from 'vitest';
import { gatherParties, isTooLarge, readPasted } from '$lib/domain/paper-list';

const row = (name: string, phone: string | null, people = 1) => ({ name, phone, villageId: 'v', people });

test('lines with the same telephone are one party, in the order of the first of them', () => {
	const parties = gatherParties([row('赵甲', '13800000001', 2), row('钱乙', null), null, row('孙丙', '13800000001')]);
	expect(parties).toEqual([
		{ rows: [0, 3], name: '赵甲', phone: '13800000001', villageId: 'v', people: 3, companions: ['孙丙'] },
		{ rows: [1], name: '钱乙', phone: null, villageId: 'v', people: 1, companions: [] }
	]);
});

test('those without a telephone are never taken for the same', () => {
	expect(gatherParties([row('赵甲', null), row('赵甲', null)])).toHaveLength(2);
});

test('a party of more than six is too large for one sign-up', () => {
	const [six, seven] = gatherParties([row('赵甲', '1', 6), row('钱乙', '2', 6), row('孙丙', '2')]);
	expect([six, seven].map((party) => isTooLarge(party!))).toEqual([false, true]);
});

test('what is pasted from a spreadsheet is read by its columns, without heading and empty lines', () => {
	expect(readPasted('姓名\t电话\t村\t人数\r\n赵 甲\t138 0000 0001\t三星村\t2\r\n\t\t\t\r\n钱乙\r\n')).toEqual([
		{ name: '赵 甲', phone: '138 0000 0001', village: '三星村', people: '2' },
		{ name: '钱乙', phone: '', village: '', people: '' }
	]);
});
