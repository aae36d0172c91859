import * as v from 'valibot';
import { optionalInteger } from '../fields';

/** How many records of later days a form has shown; 0 where it has shown none. */
export const seenRecords = v.pipe(
	optionalInteger(0, 9_999_999),
	v.transform((seen) => seen ?? 0)
);
