import { m } from '$lib/paraglide/messages.js';
import {
	alikeIn,
	laterField,
	nths,
	partField,
	readSplit,
	splitVillageForm,
	unnamedIn
} from '$lib/forms/units/split-village';
import { act } from '$lib/server/act';
import { readFields, sentTo } from '$lib/server/form';
import { listOpenParts } from '$lib/server/db/units/successions';
import { askLater, kindsToAsk } from '$lib/server/village-changes/later-asked';
import { splitVillage } from '$lib/server/village-changes/split-village';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { unitName } from '$lib/ui/units/unit-name';
import { laterWords } from '$lib/ui/units/later-words';
import { aboutDay, getVillage, shown } from '../get-unit';

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

/** What each field is about, which several errors of one text do not say. */
async function namesOf({ locals: { context: ctx }, params }: RequestEvent) {
	const unit = await getVillage(ctx, params.id);
	const name = unitName(unit);
	const parts = await listOpenParts(ctx.db, [unit.id]);
	return Object.fromEntries([
		['onDate', name],
		['form', name],
		['rest', m.units_split_rest()],
		...nths.map((nth) => [`name${nth}`, m.units_split_choice({ nth })]),
		...parts.map((part) => [partField(part.id), unitName(part)]),
		...laterWords.map(([kind, words]) => [laterField(kind), words({ name })])
	]) as Record<string, string>;
}

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
			field: (refusal, sent, refused) => {
				if (refusal === 'unit-name-missing') return `name${unnamedIn(sent)}`;
				if (refusal === 'village-names-alike') return `name${alikeIn(sent)}`;
				if (refusal === 'unit-name-taken')
					return `name${nths.find((nth) => 'name' in refused && sent[`name${nth}`] === refused.name)}`;
				return aboutDay.includes(refusal) ? 'onDate' : undefined;
			},
			about: namesOf,
			to: ({ params }) => `/admin/units/${params.id}?done=split`
		}
	)
};
