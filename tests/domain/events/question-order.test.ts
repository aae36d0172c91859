import { fc, test } from '../../properties';
import { describe, expect } from 'vitest';
import { moveByOne } from '../../../src/lib/domain/events/question';

describe('the order', () => {
	test.prop([fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(), fc.constantFrom('up', 'down')])(
		'changes by one place, loses no question, and comes back the other way',
		(list, pick, towards) => {
			const item = list[pick % list.length]!;
			const moved = moveByOne(list, item, towards);
			expect([...moved].sort()).toEqual([...list].sort());
			const by = moved.indexOf(item) - list.indexOf(item);
			const atEnd = list.at(towards === 'up' ? 0 : -1) === item;
			expect(by).toBe(atEnd ? 0 : towards === 'up' ? -1 : 1);
			if (!atEnd) expect(moveByOne(moved, item, towards === 'up' ? 'down' : 'up')).toEqual(list);
		}
	);
});
