import { describe, expect, test } from 'vitest';
import { outcomes } from '../../../src/lib/domain/banquets/banquet';
import { agreeingClaims, mostClaimed, outcomeOfDissuasion } from '../../../src/lib/domain/banquets/dissuasion';

describe('what a dissuasion may claim', () => {
	test('is never more than what came of the banquet', () => {
		expect(agreeingClaims('held')).toEqual(['went-ahead']);
		expect(agreeingClaims('reduced')).toEqual(['went-ahead', 'reduced']);
		expect(agreeingClaims('family-meal')).toEqual(['went-ahead', 'reduced', 'family-meal']);
		expect(agreeingClaims('cancelled')).toEqual(['went-ahead', 'reduced', 'family-meal', 'cancelled']);
	});

	test('is at most what it is turned to', () => {
		for (const outcome of outcomes) expect(agreeingClaims(outcome).at(-1)).toBe(mostClaimed(outcome));
	});
});

test('a dissuasion ends a banquet only when it is called off or becomes a family meal', () => {
	expect(outcomeOfDissuasion('cancelled')).toBe('cancelled');
	expect(outcomeOfDissuasion('family-meal')).toBe('family-meal');
	expect(outcomeOfDissuasion('reduced')).toBeNull();
	expect(outcomeOfDissuasion('went-ahead')).toBeNull();
});
