import { expect, test } from 'vitest';
import { foldText } from '$lib/domain/folded-text';
import { parseTypedDate } from '$lib/domain/calendar/typed-date';
import { normalizeName } from '$lib/domain/people/person-name';
import { normalizePhone } from '$lib/domain/people/phone';
import { normalizeCode } from '$lib/domain/signups/slip-code';

/** Two marks that change places, as often as a form can hold them: sorted as they are it takes 8 s. */
const heaped = `Ze${'\u0301\u0323'.repeat(50_000)}`;

test('a text is folded to half width and composed letters', () => {
	expect(foldText('２０２４Ａ')).toBe('2024A');
	expect(foldText('Nguye\u0302\u0303n')).toBe('Nguyễn');
});

test('however many marks are heaped on a letter, folding takes time in proportion', () => {
	const began = performance.now();
	for (const read of [foldText, normalizeName, normalizePhone, normalizeCode, parseTypedDate]) read(heaped);
	expect(performance.now() - began).toBeLessThan(2000);
	expect(foldText(heaped).length).toBeLessThan(40);
});
