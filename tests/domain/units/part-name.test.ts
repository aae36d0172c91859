import { expect, test } from 'vitest';
import { nameOfPart } from '../../../src/lib/domain/units/part-name';

const hesha = { name: '河沙村', nameEn: 'Hesha Village' };
const shahe = { name: '沙河村', nameEn: 'Shahe Village' };

test('a group that is named after its village gets the new name, and keeps the rest', () => {
	const group = { name: '河沙村三组', nameEn: 'Hesha Group 3' };
	expect(nameOfPart(group, hesha, shahe)).toEqual({ name: '沙河村三组', nameEn: 'Shahe Group 3' });
	const whole = { name: '河沙村三组', nameEn: 'Hesha Village Group 3' };
	expect(nameOfPart(whole, hesha, shahe).nameEn).toBe('Shahe Village Group 3');
	expect(nameOfPart(group, hesha, { ...shahe, nameEn: null }).nameEn).toBe('Hesha Group 3');
});

test('a group with a name of its own keeps it', () => {
	for (const group of [
		{ name: '三组', nameEn: 'Group 3' },
		{ name: '新河沙村组', nameEn: null },
		{ name: '桥头', nameEn: 'Heshabridge' }
	])
		expect(nameOfPart(group, hesha, shahe)).toEqual(group);
});
