import { afterEach, beforeEach, expect } from 'vitest';
import { issuePledgeText } from '../../../src/lib/server/pledges/pledge-texts';
import { openTestTown, type TestTown } from '../test-town';
import { type TestUnit } from '../cast';

export let town: TestTown;

export const newId = () => town.ctx.newId();
const phoneOf = (nth: number) => `139${String(nth).padStart(8, '0')}`;

export async function issue(effectiveOn = '2026-01-01', audience: 'household' | 'party-member' = 'household') {
	const id = newId();
	const result = await issuePledgeText(town.as('zhou'), {
		id,
		audience,
		effectiveOn,
		title: '移风易俗承诺书',
		body: '一、婚事新办\n二、丧事简办\n三、无事不办'
	});
	expect(result).toMatchObject({ ok: true });
	return id;
}

export const household = (textId: string, nth = 1, village: TestUnit = 'sanxing') => ({
	id: newId(),
	textId,
	name: '测试户',
	phone: phoneOf(nth),
	villageId: town.units[village]
});

export const paper = (textId: string, signedOn: string, nth = 1, village: TestUnit = 'sanxing') => ({
	...household(textId, nth, village),
	signedOn
});

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => void (town = await openTestTown()));
	afterEach(() => town.close());
}
