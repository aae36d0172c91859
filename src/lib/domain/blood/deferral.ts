// What bars from giving blood for a time.
import type { Span, DonationKind } from './donation-standard';

/**
 * What keeps a person from giving for a while, as far as they know it themselves. The station alone knows laboratory
 * and bedside findings.
 */
export const deferralIds = [
	'dental-cleaning',
	'tooth-out',
	'cold',
	'gastroenteritis',
	'urinary-infection',
	'pneumonia',
	'appendix-hernia-tonsils',
	'major-surgery',
	'tattoo',
	'menstruation',
	'pregnancy',
	'miscarriage',
	'childbirth',
	'aspirin'
] as const;
export type DeferralId = (typeof deferralIds)[number];

export interface Deferral {
	/** How long to wait from the day named; null: as long as it lasts. */
	wait: Span | null;
	/** Days before the day named that are barred too, and after it: menstruation ±3 days. */
	around?: number;
	/** Bars this kind alone. */
	only?: DonationKind;
}

/** Temporary deferrals of blood-drives.md, after GB 18467-2011. */
export const deferrals: Record<DeferralId, Deferral> = {
	'dental-cleaning': { wait: { days: 3 } },
	'tooth-out': { wait: { days: 15 } },
	cold: { wait: { days: 7 } },
	gastroenteritis: { wait: { days: 7 } },
	'urinary-infection': { wait: { months: 1 } },
	pneumonia: { wait: { months: 3 } },
	'appendix-hernia-tonsils': { wait: { months: 3 } },
	'major-surgery': { wait: { months: 6 } },
	tattoo: { wait: { months: 12 } },
	menstruation: { wait: { days: 4 }, around: 3 },
	pregnancy: { wait: null },
	miscarriage: { wait: { months: 6 } },
	childbirth: { wait: { months: 12 } },
	aspirin: { wait: { days: 5 }, only: 'platelets' }
};
