import type { RequestEvent } from '@sveltejs/kit';
import { campaignIds } from '$lib/domain/activities/added-work';
import { campaignForm, workKindCorrectionForm, workKindForm } from '$lib/forms/activities/added-work';
import { campaignLabels, kindLabels } from '$lib/ui/activities/activity-words';
import { figureLabels } from '$lib/ui/figures/figure-words';

type Asked = Pick<RequestEvent, 'locals'> & { params: { kind?: string; campaign?: string } };

/** What is called somehow already, in both languages, but for the record of the address. */
const takenNames = async ({ locals, params }: Asked) => {
	const { campaigns, kinds } = await locals.context.registry();
	const others = [...campaigns, ...kinds].filter(({ id }) => id !== params.kind && id !== params.campaign);
	const added = others.flatMap(({ name, nameEn }) => (nameEn === null ? [name] : [name, nameEn]));
	return [...kindLabels(), ...figureLabels(), ...campaignLabels(), ...added];
};

/** What a form of a kind is checked against. */
const known = async (event: Asked) => ({
	campaigns: campaignIds(await event.locals.context.registry()),
	labels: kindLabels(),
	taken: await takenNames(event)
});

/** The form of a new kind. */
export const kindForm = async (event: Asked) => workKindForm(await known(event));

/** The same of a kind that is put right. */
export const kindCorrectionForm = async (event: Asked) => workKindCorrectionForm(await known(event));

/** The form of a campaign, new or renamed. */
export const campaignFormOf = async (event: Asked) => campaignForm(await takenNames(event));
