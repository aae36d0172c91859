import type { BirthDate } from '$lib/domain/birthdays/elder';

export const lunar = (year: number, month: number, day: number, isLeap = false): BirthDate => ({
	calendar: 'lunar',
	year,
	month,
	day,
	isLeap
});
export const solar = (on: string): BirthDate => ({ calendar: 'solar', on });
