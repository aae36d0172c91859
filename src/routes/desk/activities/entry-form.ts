import type { RequestEvent } from '@sveltejs/kit';
import { recordedKinds } from '$lib/domain/activities/added-work';
import { activityCorrectionForm, activityForm } from '$lib/forms/activities/activity';

type Asked = Pick<RequestEvent, 'locals'>;

/** The form of a new entry, of the kinds that the town has. */
export const entryForm = async ({ locals }: Asked) => activityForm(recordedKinds(await locals.context.registry()));

/** The same of an entry that is put right. */
export const entryCorrectionForm = async ({ locals }: Asked) =>
	activityCorrectionForm(recordedKinds(await locals.context.registry()));
