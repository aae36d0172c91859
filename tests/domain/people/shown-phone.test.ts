import { test } from '../../properties';
import { describe, expect } from 'vitest';
import { formatPhone, maskPhone } from '$lib/domain/people/phone';

describe('a masked number', () => {
	test.each([
		['13800001234', '138****1234'],
		['02371234567', '023****4567'],
		['08515123456', '0851****456'],
		['051265123456', '0512****3456'],
		['05126512345', '0512****345'],
		['71234567', '71****67'],
		['6712345', '6****45'],
		['', '****'],
		['12345', '****']
	])('%s shows as %s', (phone, masked) => {
		expect(maskPhone(phone)).toBe(masked);
	});
});

describe('a number in print', () => {
	test.each([
		['13800001234', '138 0000 1234'],
		['02371234567', '023-7123 4567'],
		['04517123456', '0451-712 3456'],
		['71234567', '71234567']
	])('%s reads %s', (digits, printed) => expect(formatPhone(digits)).toBe(printed));
});
