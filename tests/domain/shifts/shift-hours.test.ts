import { fc, test as property } from '../../properties';
import { describe, expect, it } from 'vitest';
import { hourState, hourSides, lengthOf, refuseWord, type HourWord } from '../../../src/lib/domain/shifts/shift-hours';

const shift = { startsAt: 0, endsAt: 120 * 60_000 };
const volunteer = (minutes: number): HourWord => ({ side: 'volunteer', minutes, reason: '' });
const organiser = (minutes: number, reason = ''): HourWord => ({ side: 'organiser', minutes, reason });

describe('whether the two sides agree', () => {
	it.each([
		[[], { is: 'unstated' }],
		[[volunteer(90)], { is: 'stated', minutes: 90 }],
		[[volunteer(90), volunteer(60)], { is: 'stated', minutes: 60 }],
		[[volunteer(90), organiser(90)], { is: 'agreed', minutes: 90 }],
		[[volunteer(0), organiser(0)], { is: 'agreed', minutes: 0 }],
		[[volunteer(90), organiser(60, '早退')], { is: 'corrected', minutes: 60, stated: 90, reason: '早退' }],
		[
			[volunteer(90), organiser(60, '早退'), organiser(70, '再查')],
			{ is: 'corrected', minutes: 70, stated: 90, reason: '再查' }
		],
		[[volunteer(90), organiser(60, '早退'), volunteer(60)], { is: 'agreed', minutes: 60 }],
		[[volunteer(90), organiser(60, '早退'), volunteer(80)], { is: 'stated', minutes: 80 }]
	])('%j is %j', (words, state) => {
		expect(hourState(words)).toEqual(state);
	});

	it('saying the own number twice is no agreement', () => {
		expect(hourState([volunteer(90), volunteer(90)]).is).toBe('stated');
	});
});

describe('a word', () => {
	it.each([
		[[], volunteer(120), null],
		[[], volunteer(121), 'hours-too-long'],
		[[], organiser(60, '说明'), 'hours-unsaid'],
		[[volunteer(60)], organiser(60), null],
		[[volunteer(60)], organiser(90), 'hours-reason-missing'],
		[[volunteer(60)], organiser(90, '做到了最后'), null],
		[[volunteer(60)], organiser(130, '做到了最后'), 'hours-too-long'],
		[[volunteer(60), organiser(60)], volunteer(30), 'hours-settled']
	])('after %j, %j: %s', (words, word, refusal) => {
		expect(refuseWord(words, word, shift)).toBe(refusal);
	});
});

property.prop([
	fc.array(
		fc.record({
			side: fc.constantFrom(...hourSides),
			minutes: fc.integer({ min: 0, max: 4 }),
			reason: fc.constant('x')
		})
	)
])('however they speak, minutes are agreed only when both sides have said them', (all) => {
	const words: HourWord[] = [];
	for (const word of all) if (refuseWord(words, word, shift) === null) words.push(word);
	const state = hourState(words);
	if (state.is !== 'agreed') return;
	for (const side of hourSides)
		expect(words.some((word) => word.side === side && word.minutes === state.minutes)).toBe(true);
});

it('a length is in whole minutes', () => {
	expect(lengthOf(shift)).toBe(120);
	expect(lengthOf({ startsAt: 0, endsAt: 90_500 })).toBe(1);
});
