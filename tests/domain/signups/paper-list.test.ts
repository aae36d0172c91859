import { expect, test } from 'vitest';
import { findNamesake, gatherParties, isTooLarge } from '$lib/domain/signups/paper-list';

const row = (name: string, phone: string | null, people = 1) => ({ name, phone, villageId: 'v', people });

test('lines with the same telephone are one party, in the order of the first of them', () => {
	const parties = gatherParties([row('赵甲', '13800000001', 2), row('钱乙', null), null, row('孙丙', '13800000001')]);
	expect(parties).toEqual([
		{ rows: [0, 3], name: '赵甲', phone: '13800000001', villageId: 'v', people: 3, companions: ['孙丙'], repeats: [] },
		{ rows: [1], name: '钱乙', phone: null, villageId: 'v', people: 1, companions: [], repeats: [] }
	]);
});

test('those without a telephone are never taken for the same', () => {
	expect(gatherParties([row('赵甲', null), row('赵甲', null)])).toHaveLength(2);
});

test('a party of more than six is too large for one sign-up', () => {
	const [six, seven] = gatherParties([row('赵甲', '1', 6), row('钱乙', '2', 6), row('孙丙', '2')]);
	expect([six, seven].map((party) => isTooLarge(party!))).toEqual([false, true]);
});

test('the same name under the same telephone is one person written twice, and counted once', () => {
	const rows = [row('赵甲', '13800000001', 2), row('孙丙', '13800000001'), row('赵甲', '13800000001', 2)];
	expect(gatherParties([...rows, row('孙丙', '13800000001')])).toMatchObject([
		{ rows: [0, 1], people: 3, companions: ['孙丙'], repeats: [2, 3] }
	]);
});

test('the same name is a namesake where one of the two has no telephone; two with numbers of their own are two people', () => {
	const rows = [row('赵甲', null), null, row('赵甲', null), row('赵甲', '13800000001'), row('钱乙', '13800000002')];
	expect(rows.map((_, at) => findNamesake(rows, at))).toEqual([null, null, 0, 0, null]);
	expect(findNamesake([row('赵甲', '1'), row('赵甲', '2')], 1)).toBeNull();
});
