import { afterEach, beforeEach, expect } from 'vitest';
import { issuePledgeText } from '../../../src/lib/server/pledges/pledge-texts';
import { recordPaperPledge } from '../../../src/lib/server/pledges/pledges';
import { openTestTown, type TestTown } from '../test-town';
import type { TestUnit } from '../cast';
import { findPledge } from '../../../src/lib/server/db/pledges/pledges';
import { renewPledge } from '../../../src/lib/server/pledges/renewals';

export let town: TestTown;
export let [first, second]: [string, string] = ['', ''];

export const newId = () => town.ctx.newId();
export const phoneOf = (nth: number) => `139${String(nth).padStart(8, '0')}`;

export async function issue(effectiveOn: string, audience: 'household' | 'party-member' = 'household') {
	const id = newId();
	await issuePledgeText(town.as('zhou'), { id, audience, effectiveOn, title: '承诺书', body: '一、婚事新办' });
	return id;
}

/** A household that signed on paper, and the id of its pledge. */
export async function signed(signedOn = '2024-05-20', nth = 1, village: TestUnit = 'sanxing', textId = first) {
	const id = newId();
	const household = { id, textId, name: '测试户', phone: phoneOf(nth), villageId: town.units[village], signedOn };
	expect(await recordPaperPledge(town.as('zhou'), household)).toMatchObject({ ok: true });
	return id;
}

/** Opens a town with two versions of a text before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		first = await issue('2024-01-08');
		second = await issue('2026-02-01');
	});
	afterEach(() => town.close());
}

/** A household agrees to another version, by default the second. */
export const renew = (pledgeId: string, textId = second, over = {}) =>
	renewPledge(town.visitor, { id: newId(), pledgeId, textId, ...over });

/** The pledge as it is stored. */
export const stateOf = async (pledgeId: string) => (await findPledge(town.ctx.db, pledgeId))!;
