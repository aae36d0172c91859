import { expect, inject, test } from 'vitest';
import { Page } from './page';
import { Session } from './session';
import { fill, openForm, send } from './signups/sign-up-form';

/** As many marks on a letter as a form may hold: sorting them would take seconds, while all others wait. */
const heaped = `Ze${'\u0301\u0323'.repeat(20_000)} Lee`;

test('a name with forty thousand marks is answered on its field in a moment, and nothing is remembered of it', async () => {
	const session = new Session(inject('address'));
	const villager = new Page(session);
	await openForm(villager);
	fill(villager, '138 0000 7781', { name: heaped });
	const began = performance.now();
	await send(villager);
	expect(performance.now() - began).toBeLessThan(4000);
	expect(villager.content()).toContain('字数太多了，请写短一点。');
	expect(session.cookies.has('people')).toBe(false);
});
