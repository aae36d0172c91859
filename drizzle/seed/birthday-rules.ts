// The rules of the birthday banquets.
import type { SeriesRule } from '../../src/lib/server/birthdays/birthdays';
import type { VillageKey } from './banquet-plan';

export const rules: Record<VillageKey, SeriesRule> = {
	sanxing: { threshold: 60, ageKind: 'nominal', cadence: 'two-months', calendar: 'lunar' },
	hesha: { threshold: 60, ageKind: 'nominal', cadence: 'two-months', calendar: 'lunar' },
	zhongba: { threshold: 65, ageKind: 'full', cadence: 'two-months', calendar: 'lunar' },
	qiaotou: { threshold: 60, ageKind: 'nominal', cadence: 'two-months', calendar: 'solar' }
};
