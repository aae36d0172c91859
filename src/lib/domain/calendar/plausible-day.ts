import { addMonths } from './calendar';

/** Days that people type lie between these: others are slips, such as 9999 or 0204. */
export const plausibleDays = { fromOn: '1900-01-01', toOn: '2100-12-31' };

/** Whether a day (YYYY-MM-DD) can be what was meant. */
export const isPlausible = (on: string): boolean => plausibleDays.fromOn <= on && on <= plausibleDays.toOn;

/** The last day that a form may plan for, such as that of an event or of a new rule: two years ahead. */
export const lastPlannedOn = (today: string): string => addMonths(today, 24);

/** The last day by which a case is due: three years after it was received. */
export const lastDueOn = (receivedOn: string): string => addMonths(receivedOn, 36);
