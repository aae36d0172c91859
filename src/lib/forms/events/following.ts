// What an act on an event of a series says besides.
import * as v from 'valibot';
import { optionalPublicText } from '../fields';

/** Whether the act is on all that follow in the series as well; alone when the form does not ask. */
export const following = v.pipe(
	v.optional(v.string(), ''),
	v.transform((chosen) => chosen === 'following')
);
export const reason = optionalPublicText(200);
