// What bars from giving blood for a time or for good: GB 18467-2011, chapter 5, as data.
import type { Span, DonationKind } from './donation-standard';

/** In the order in which the self-check asks. `women` is asked of women alone, `never` bars for good. */
export const deferralGroups = [
	'operations',
	'illness',
	'infections',
	'vaccines',
	'blood',
	'medicine',
	'women',
	'never'
] as const;
export type DeferralGroup = (typeof deferralGroups)[number];

/** The day from which a wait is counted: it happened, healed, the last dose, stopped, ended, the child was born. */
export type DeferralDay = 'happened' | 'healed' | 'last-dose' | 'stopped' | 'ended' | 'born';

export interface Deferral {
	group: DeferralGroup;
	/** How long to wait from its day; without a day: as long as it lasts, for good, or as the station says. */
	wait: Span | 'throughout' | 'ever' | 'ask-station';
	/** Default: the day it happened. */
	day?: DeferralDay;
	/** Days before the day named that are barred too, and after it: menstruation ±3 days. */
	around?: number;
	/** Bars this kind alone. */
	only?: DonationKind;
}

const wait = (group: DeferralGroup, span: Span, day?: DeferralDay): Deferral => ({ group, wait: span, day });
const never: Deferral = { group: 'never', wait: 'ever' };

/**
 * What keeps a person from giving, as far as they know it themselves (GB 18467-2011, 5.2 to 5.4; several illnesses that bar for good are one
 * entry). The station alone knows laboratory and bedside findings.
 */
export const deferrals = {
	'dental-cleaning': wait('operations', { days: 3 }),
	'tooth-out': wait('operations', { days: 15 }),
	'appendix-hernia-tonsils': wait('operations', { months: 3 }, 'healed'),
	'eye-operation': wait('operations', { months: 3 }, 'healed'),
	'major-surgery': wait('operations', { months: 6 }, 'healed'),
	'benign-tumour': wait('operations', { months: 12 }),
	cold: wait('illness', { days: 7 }, 'healed'),
	gastroenteritis: wait('illness', { days: 7 }, 'healed'),
	'eye-illness': wait('illness', { days: 7 }, 'healed'),
	wound: wait('illness', { days: 7 }, 'healed'),
	'wide-rash': wait('illness', { days: 14 }, 'healed'),
	'urinary-infection': wait('illness', { months: 1 }, 'healed'),
	'kidney-infection': wait('illness', { months: 3 }, 'healed'),
	pneumonia: wait('illness', { months: 3 }, 'healed'),
	'rheumatic-fever': wait('illness', { months: 24 }, 'healed'),
	contact: { group: 'infections', wait: 'ask-station' },
	dysentery: wait('infections', { months: 6 }, 'healed'),
	'hepatitis-a': wait('infections', { months: 12 }, 'healed'),
	typhoid: wait('infections', { months: 12 }, 'healed'),
	brucellosis: wait('infections', { months: 24 }, 'healed'),
	malaria: wait('infections', { months: 36 }, 'healed'),
	'malaria-area': wait('infections', { months: 12 }, 'ended'),
	'inactivated-vaccine': wait('vaccines', { days: 1 }, 'last-dose'),
	'live-vaccine': wait('vaccines', { days: 14 }, 'last-dose'),
	'slow-vaccine': wait('vaccines', { days: 28 }, 'last-dose'),
	antitoxin: wait('vaccines', { days: 28 }, 'last-dose'),
	bite: wait('vaccines', { months: 12 }, 'last-dose'),
	'hepatitis-b-globulin': wait('vaccines', { months: 12 }, 'last-dose'),
	transfusion: wait('blood', { months: 12 }),
	tattoo: wait('blood', { months: 12 }),
	'needle-injury': wait('blood', { months: 12 }),
	'risky-partner': wait('blood', { months: 12 }),
	aspirin: { ...wait('medicine', { days: 5 }, 'stopped'), only: 'platelets' },
	menstruation: { ...wait('women', { days: 4 }, 'ended'), around: 3 },
	pregnancy: { group: 'women', wait: 'throughout' },
	miscarriage: wait('women', { months: 6 }),
	childbirth: wait('women', { months: 12 }, 'born'),
	hepatitis: never,
	'sexual-infections': never,
	tuberculosis: never,
	'heart-pressure': never,
	'chronic-organs': never,
	'blood-illness': never,
	hormones: never,
	'immune-skin': never,
	'nerves-mind': never,
	tumour: never,
	parasites: never,
	'work-illness': never,
	transplant: never,
	'long-medicine': never,
	drugs: never
} as const satisfies Record<string, Deferral>;

export type DeferralId = keyof typeof deferrals;
export const deferralIds = Object.keys(deferrals) as DeferralId[];

/** The rule of an entry. */
export const deferralOf = (id: DeferralId): Deferral => deferrals[id];

/** Whether a wait is counted from a day that the person has to name. */
export const needsDay = (id: DeferralId): boolean => typeof deferralOf(id).wait === 'object';

/** The entries of a group, in the order of the list. */
export const deferralsIn = (group: DeferralGroup): DeferralId[] =>
	deferralIds.filter((id) => deferralOf(id).group === group);
