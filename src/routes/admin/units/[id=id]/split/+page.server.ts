import { m } from '$lib/paraglide/messages.js';
import { laterField, readSplit, splitVillageForm, unnamedIn } from '$lib/forms/units/split-village';
import { act } from '$lib/server/act';
import { readFields, sentTo } from '$lib/server/form';
import { listOpenParts } from '$lib/server/db/units/successions';
import { askLater, kindsToAsk } from '$lib/server/village-changes/later-asked';
import { splitVillage } from '$lib/server/village-changes/split-village';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { getVillage, shown } from '../get-unit';

export const load: PageServerLoad = async (event) => {
	const { context: ctx } = event.locals;
	const unit = await getVillage(ctx, event.params.id);
	const [parts, later] = await Promise.all([
		listOpenParts(ctx.db, [unit.id]),
		askLater(ctx, [unit.id], sentTo(event).get('onDate'))
	]);
	return {
		unit: shown(unit),
		parts: parts.map(shown),
		later: later && { ...later, asked: kindsToAsk(later).map((kind) => ({ kind, field: laterField(kind) })) },
		id: ctx.newId(),
		today: ctx.today()
	};
};

/** What the form asks depends on the village and on the day that was typed. */
async function formOf({ locals: { context: ctx }, params, request }: RequestEvent) {
	const { id } = await getVillage(ctx, params.id);
	const [parts, fields] = await Promise.all([listOpenParts(ctx.db, [id]), readFields(request)]);
	const kinds = kindsToAsk(await askLater(ctx, [id], fields.get('onDate')));
	return splitVillageForm(
		parts.map((part) => part.id),
		kinds
	);
}

const aboutDay = ['date-in-future', 'date-before-unit', 'date-before-name', 'year-is-closed', 'records-after-day'];

export const actions: Actions = {
	default: act(
		formOf,
		async (ctx, sent, { params }) => {
			const split = readSplit(sent);
			if (unnamedIn(sent) !== null) return { ok: false, refusal: 'unit-name-missing' as const };
			const { id, onDate, seen } = sent;
			return splitVillage(ctx, { id, onDate, seen, villageId: params.id, ...split, note: m.units_split_reason() });
		},
		{
			field: (refusal, sent) => {
				if (refusal === 'unit-name-missing') return `name${unnamedIn(sent)}`;
				if (refusal === 'village-names-alike') return 'name2';
				return aboutDay.includes(refusal) ? 'onDate' : undefined;
			},
			to: ({ params }) => `/admin/units/${params.id}?done=split`
		}
	)
};
