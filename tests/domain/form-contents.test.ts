import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentsOf } from '../../src/lib/domain/form-contents';

const form = { id: 'a', name: '赵甲一', companions: ['乙', '丙'], helper: { name: '丁', phone: null }, tables: 3 };

test('a form says the same in any order of its fields and under any id', () => {
	const helper = { phone: null, name: '丁' };
	expect(contentsOf({ tables: 3, helper, companions: ['乙', '丙'], name: '赵甲一', id: 'b' })).toBe(contentsOf(form));
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.uuid(), (fields, id) => {
			const turned = Object.fromEntries(Object.entries(fields).toReversed());
			expect(contentsOf({ ...turned, id })).toBe(contentsOf({ id: 'a', ...fields, ...('id' in fields && { id }) }));
		})
	);
});

test('another value, a field more or the order within a list is something else', () => {
	const others = [
		{ ...form, name: '赵甲二' },
		{ ...form, companions: ['丙', '乙'] },
		{ ...form, companions: [] },
		{ ...form, helper: null },
		{ ...form, helper: { name: '丁', phone: '13800000000' } },
		{ ...form, tables: '3' },
		{ ...form, note: '' }
	];
	for (const other of others) expect(contentsOf(other), JSON.stringify(other)).not.toBe(contentsOf(form));
});

test('what the page had shown, a stamp of time and a password are no part of it', () => {
	const own = { seen: 3, wordsRead: 1, check: 'eligible.2026-03-02.1', newPassword: 'x', currentPassword: 'y' };
	expect(contentsOf({ ...form, ...own })).toBe(contentsOf(form));
});
