// Slots of an event.
import * as v from 'valibot';
import { id, optionalInteger, ticked } from '../fields';
import { checkSpan, typedSpan, withInstants } from '../span';
import { following, reason } from './following';

const capacity = optionalInteger(1, 9999);
/** A slot of an event; `capacity` left out is no limit. */
export const newSlotForm = v.pipe(
	v.object({ id, ...typedSpan, capacity }),
	v.rawCheck((form) => checkSpan(form)),
	v.transform((form) => withInstants(form))
);

/** Another time or capacity, with what an act on a series says besides. */
export const editSlotForm = v.pipe(
	v.object({ id, slotId: id, ...typedSpan, capacity, following, reason, movesShifts: ticked }),
	v.rawCheck((form) => checkSpan(form)),
	v.transform((form) => withInstants(form))
);
export const removeSlotForm = v.object({ id, slotId: id });
