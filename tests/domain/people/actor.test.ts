import { expect, test } from 'vitest';
import { actorId, type Actor } from '$lib/domain/people/actor';

const liu: Actor = {
	kind: 'account',
	accountId: 'account-liu',
	username: 'liu',
	role: 'cadre',
	unitId: 'sanxing',
	mustChangePassword: false
};

test('an act of staff carries the account, an act of a villager or of the software carries none', () => {
	expect(actorId(liu)).toBe('account-liu');
	expect(actorId({ kind: 'visitor' })).toBeNull();
	expect(actorId({ kind: 'system' })).toBeNull();
});
