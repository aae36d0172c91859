import type { RequestEvent } from '@sveltejs/kit';
import { campaignIds } from '$lib/domain/activities/added-work';
import { workKindCorrectionForm, workKindForm } from '$lib/forms/activities/added-work';
import { kindLabels } from '$lib/ui/activities/activity-words';

type Asked = Pick<RequestEvent, 'locals'>;

/** What a form of a kind is checked against. */
const known = async ({ locals }: Asked) => ({
	campaigns: campaignIds(await locals.context.registry()),
	labels: kindLabels()
});

/** The form of a new kind. */
export const kindForm = async (event: Asked) => workKindForm(await known(event));

/** The same of a kind that is put right. */
export const kindCorrectionForm = async (event: Asked) => workKindCorrectionForm(await known(event));
