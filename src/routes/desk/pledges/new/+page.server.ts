import { villageKinds } from '$lib/domain/units/unit';
import { paperPledgeForm } from '$lib/forms/pledges/pledge';
import { act } from '$lib/server/act';
import { listPledgeTexts } from '$lib/server/db/pledges/pledge-texts';
import { recordPaperPledge, type RecordPaperPledgeRefusal } from '$lib/server/pledges/pledges';
import { sentTo } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const ctx = event.locals.context;
	const [texts, villages] = await Promise.all([
		listPledgeTexts(ctx.db),
		readUnitChoice(ctx, sentTo(event), { name: 'villageId', scope: scopeOf(ctx), kinds: villageKinds })
	]);
	return {
		id: ctx.newId(),
		today: ctx.today(),
		texts: texts.map(({ id, audience, number, title, effectiveOn }) => ({ id, audience, number, title, effectiveOn })),
		villages
	};
};

/** The field that a refusal is about; the others are about the whole form. */
const fields: Partial<Record<RecordPaperPledgeRefusal, string>> = {
	'date-in-future': 'signedOn',
	'pledge-text-not-yet': 'signedOn',
	'pledge-text-unknown': 'textId',
	'village-unknown': 'villageId',
	'not-your-unit': 'villageId',
	'already-pledged': 'phone'
};

export const actions: Actions = {
	default: act(paperPledgeForm, recordPaperPledge, {
		field: fields,
		day: { ledger: 'pledges', field: 'signedOn' },
		to: (_, _result, data) => `/desk/pledges/${data.id}?recorded`
	})
};
