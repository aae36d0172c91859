import { fc, test } from '../../properties';
import { describe, expect } from 'vitest';
import { isMobile, normalizePhone } from '$lib/domain/people/phone';

describe('a telephone number as typed', () => {
	test.each([
		['13800001234', '13800001234'],
		['138 0000 1234', '13800001234'],
		['138-0000-1234', '13800001234'],
		['138–0000–1234', '13800001234'],
		['　１３８００００１２３４　', '13800001234'],
		['+86 138 0000 1234', '13800001234'],
		['＋８６13800001234', '13800001234'],
		['(+86)13800001234', '13800001234'],
		['008613800001234', '13800001234'],
		['8613800001234', '13800001234'],
		['\u202a13800001234\u202c', '13800001234'],
		['19912345678', '19912345678'],
		['023-71234567', '02371234567'],
		['(023) 7123 4567', '02371234567'],
		['（023）71234567', '02371234567'],
		['+86 23 7123 4567', '02371234567'],
		['+86 023 7123 4567', '02371234567'],
		['010-62345678', '01062345678'],
		['0851-5123456', '08515123456'],
		['0512 65123456', '051265123456'],
		['71234567', '71234567'],
		['6712345', '6712345']
	])('%s is read as %s', (typed, phone) => {
		expect(normalizePhone(typed)).toBe(phone);
	});

	test.each([
		['', 'nothing'],
		['12345678901', 'no mobile begins with 12'],
		['1380000123', 'one digit short'],
		['138000012345', 'one digit too many'],
		['023-7123456', 'Chongqing numbers have eight digits'],
		['023-11234567', 'no landline begins with 1'],
		['0999', 'an area code alone'],
		['123456', 'too short'],
		['13800001234 李', 'words beside it'],
		['13800001234/13900001234', 'two numbers'],
		['+8513800001234', 'another country'],
		['+1 202 555 0100', 'another country'],
		['--', 'only signs']
	])('%s is no number: %s', (typed) => {
		expect(normalizePhone(typed)).toBeNull();
	});

	test.prop([fc.stringMatching(/^1[3-9]\d{9}$/), fc.constantFrom(' ', '-', '　', '')])(
		'a mobile is read the same however it is broken up',
		(phone, gap) => {
			const typed = [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)].join(gap);
			expect(normalizePhone(`+86${gap}${typed}`)).toBe(phone);
		}
	);

	test.prop([fc.string()])('what is read once is read the same again', (text) => {
		const phone = normalizePhone(text);
		if (phone !== null) expect(normalizePhone(phone)).toBe(phone);
	});
});

test('only mobiles are mobile', () => {
	expect(['13800001234', '02371234567', '71234567', '12800001234'].filter(isMobile)).toEqual(['13800001234']);
});
