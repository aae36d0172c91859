import { expect, test } from 'vitest';
import { listResults, readResult, resultCode } from '../../../src/lib/domain/blood/donation-result';
import { layOutQuarterHours, quarterHour } from '../../../src/lib/domain/events/slot-layout';

test('a result is read back from its word, whatever it is', () => {
	const results = listResults([200, 300, 400]);
	expect(results).toHaveLength(11);
	for (const result of results) expect(readResult(resultCode(result), [200, 300, 400])).toEqual(result);
});

test('the results are first and repeat donations of each volume and unit, and the deferral', () => {
	expect(listResults([200, 400]).map(resultCode)).toEqual([
		'first/whole-blood/200',
		'first/whole-blood/400',
		'first/platelets/1',
		'first/platelets/2',
		'repeat/whole-blood/200',
		'repeat/whole-blood/400',
		'repeat/platelets/1',
		'repeat/platelets/2',
		'deferred'
	]);
	expect(readResult('repeat/platelets/2', [200])).toEqual({
		outcome: 'donated',
		kind: 'platelets',
		amount: 2,
		isFirst: false
	});
	expect(readResult('first/whole-blood/400', [400])).toMatchObject({ isFirst: true, kind: 'whole-blood' });
	expect(readResult('deferred', [])).toEqual({ outcome: 'deferred' });
});

test('only volumes of the standard can be chosen, and platelets are never millilitres', () => {
	expect(readResult('first/whole-blood/250', [200, 300, 400])).toBeNull();
	expect(readResult('first/platelets/400', [200, 300, 400])).toBeNull();
	expect(readResult('', [200])).toBeNull();
});

test('a span of whole quarter-hours is laid out without gap or overlap', () => {
	const slots = layOutQuarterHours(0, 4 * quarterHour)!;
	expect(slots).toHaveLength(4);
	expect(slots[0]!.startsAt).toBe(0);
	expect(slots.at(-1)!.endsAt).toBe(4 * quarterHour);
	for (const [at, slot] of slots.slice(1).entries()) expect(slot.startsAt).toBe(slots[at]!.endsAt);
});

test('a span that is not made of quarter-hours, is empty, or lasts longer than twelve hours is none', () => {
	expect(layOutQuarterHours(0, quarterHour + 1)).toBeNull();
	expect(layOutQuarterHours(0, 0)).toBeNull();
	expect(layOutQuarterHours(quarterHour, 0)).toBeNull();
	expect(layOutQuarterHours(0, 49 * quarterHour)).toBeNull();
});
