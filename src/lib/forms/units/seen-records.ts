import { integerOrZero } from '../fields';

/** How many records of later days a form has shown; 0 where it has shown none. */
export const seenRecords = integerOrZero(9_999_999);
