import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { doorHours, readScan, slotAtDoor } from '../../../src/lib/domain/check-in/check-in';

const on = '2026-04-01';
const slot = (from: string, to: string) => ({ startsAt: instantOf(on, from), endsAt: instantOf(on, to) });

describe('the door of a slot', () => {
	it('is open from two hours before the start up to the midnight of its last day', () => {
		expect(doorHours(slot('09:00', '11:00'))).toEqual({
			opensAt: instantOf(on, '07:00'),
			closesAt: instantOf('2026-04-02', '00:00')
		});
	});

	it('of a slot that ends at midnight closes with it, of one past midnight a day later', () => {
		const endsAt = instantOf('2026-04-02', '00:00');
		expect(doorHours({ startsAt: endsAt - 3_600_000, endsAt }).closesAt).toBe(endsAt);
		expect(doorHours({ startsAt: endsAt - 3_600_000, endsAt: endsAt + 1 }).closesAt).toBe(
			instantOf('2026-04-03', '00:00')
		);
	});

	it('shows the slot that runs or comes next, and the last one when all are over', () => {
		const [first, second] = [slot('09:00', '10:00'), slot('10:00', '11:00')];
		expect(slotAtDoor([first, second], instantOf(on, '08:00'))).toBe(first);
		expect(slotAtDoor([first, second], instantOf(on, '10:00'))).toBe(second);
		expect(slotAtDoor([first, second], instantOf(on, '12:00'))).toBe(second);
		expect(slotAtDoor([], 0)).toBeUndefined();
	});
});

describe('a scanned text', () => {
	const token = 'AZCqqru7fMyN3e7u__8AEQabcdefghijklmno1';
	it('is a slip by its address, of whatever host, or by its bare token', () => {
		for (const text of [
			token,
			` ${token}\n`,
			`https://xinfeng.example.cn/s/${token}`,
			`http://10.0.0.2:3000/s/${token}?x=1`
		])
			expect(readScan(text), text).toEqual({ token });
	});

	it('is taken for a code otherwise', () => {
		for (const text of ['A7K-2MP', 'https://elsewhere.example/', `x${token}`, `${token}/s/`, ''])
			expect(readScan(text)).toEqual({ code: text });
	});
});
