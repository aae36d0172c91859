import * as v from 'valibot';
import { callOutcomes, resolutions } from '$lib/domain/messages/message';
import { id } from '../fields';

const messageId = v.pipe(v.string('form-stale'), v.nonEmpty('form-stale'), v.maxLength(200, 'form-stale'));

export const callForm = v.object({ id, messageId, outcome: v.picklist(callOutcomes, 'form-stale') });
export const undoCallForm = v.object({ id, tickId: id });
export const resolveForm = v.object({ id, messageId, how: v.picklist(resolutions, 'form-stale') });
