// What is done with an event as a whole.
import * as v from 'valibot';
import { mostEvery, mostTimes, repeatRules } from '$lib/domain/events/series';
import { date, id, integer, publicText } from '../fields';
import { following } from './following';

export const publicationForm = v.object({ id, following });
export const cancellationForm = v.object({ id, following, reason: publicText('reason-missing', 200) });
export const copyForm = v.object({ id, on: date });

const repeat = {
	rule: v.picklist(repeatRules, 'repeat-rule-missing'),
	every: integer(1, mostEvery),
	times: integer(1, mostTimes)
};

/** How an event shall repeat: to look at the dates, and with an id to make them. */
export const repeatPreview = v.object(repeat);
export const repeatForm = v.object({ id, ...repeat });
