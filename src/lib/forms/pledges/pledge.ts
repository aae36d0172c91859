import * as v from 'valibot';
import { audiences } from '$lib/domain/pledges/pledge';
import { date, id, personName, phone, publicText } from '../fields';

const villageId = v.pipe(v.string('village-missing'), v.uuid('village-missing'));
const textId = v.pipe(v.string('form-stale'), v.uuid('form-stale'));

/** A household's representative accepts the text that was on the page. */
export const signPledgeForm = v.object({ id, textId, name: personName, phone, villageId });

/** A pledge signed on paper, with the day on the paper. */
export const paperPledgeForm = v.object({
	id,
	textId: v.pipe(v.string('pledge-text-missing'), v.uuid('pledge-text-missing')),
	name: personName,
	phone,
	villageId,
	signedOn: date
});

export const withdrawPledgeForm = v.object({ id });

/** A household agrees to the text that has replaced its own: on its slip, or on paper with the day on the paper. */
export const renewPledgeForm = v.object({ id, textId });
export const paperRenewalForm = v.object({ id, textId, renewedOn: date });

/** A numbered version of the text; the number is given when it is issued. */
export const pledgeTextForm = v.object({
	id,
	audience: v.picklist(audiences, 'pledge-audience-missing'),
	title: publicText('pledge-title-missing', 60),
	body: publicText('pledge-body-missing', 4000),
	effectiveOn: date
});
