import { describe, expect, test } from 'vitest';
import { byCallOrder, decideInvitationState, peopleOf } from '$lib/domain/birthdays/invitation';
import { estimatePrivateBanquets } from '$lib/domain/birthdays/private-banquets';

describe('an invitation', () => {
	test('is what the last word says: a result outweighs an answer, and who left the roll drops out', () => {
		const none = { answer: null, result: null, isDropped: false };
		expect(decideInvitationState(none)).toBe('invited');
		expect(decideInvitationState({ ...none, answer: 'coming' })).toBe('coming');
		expect(decideInvitationState({ ...none, answer: 'declined', result: 'cake-delivered' })).toBe('cake-delivered');
		expect(decideInvitationState({ ...none, answer: 'coming', isDropped: true })).toBe('dropped');
		expect(decideInvitationState({ ...none, result: 'attended', isDropped: true })).toBe('attended');
	});

	test('seats the elder and the companions, and none of them unless the elder comes', () => {
		expect(peopleOf({ state: 'coming', companions: 2 })).toBe(3);
		expect(peopleOf({ state: 'declined', companions: 2 })).toBe(0);
		expect(peopleOf({ state: 'cake-delivered', companions: 2 })).toBe(0);
		expect(peopleOf({ state: 'attended', companions: 2 })).toBe(3);
	});

	test('is called after those who were never rung, then after those who were rung longer ago', () => {
		const calls = [30, 10, null, 20].map((lastCallAt) => ({ lastCallAt }));
		expect(calls.sort(byCallOrder).map(({ lastCallAt }) => lastCallAt)).toEqual([null, 10, 20, 30]);
	});
});

test('private banquets are estimated as elders × share, and their tables as × tables each, rounded half up', () => {
	expect(estimatePrivateBanquets({ guests: 115, sharePercent: 30, tablesEach: 12 })).toEqual({
		banquets: 35,
		tables: 414
	});
	expect(estimatePrivateBanquets({ guests: 5, sharePercent: 10, tablesEach: 1 })).toEqual({ banquets: 1, tables: 1 });
	expect(estimatePrivateBanquets({ guests: 7, sharePercent: 7, tablesEach: 3 })).toEqual({ banquets: 0, tables: 1 });
	expect(estimatePrivateBanquets({ guests: 0, sharePercent: 100, tablesEach: 9 })).toEqual({ banquets: 0, tables: 0 });
});
