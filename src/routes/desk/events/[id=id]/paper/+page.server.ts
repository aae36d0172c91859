import { fail, redirect } from '@sveltejs/kit';
import { isUsedUp } from '$lib/domain/form-contents';
import { readPasted } from '$lib/domain/signups/pasted-list';
import { isBlank } from '$lib/forms/signups/paper';
import { enterSignups } from '$lib/server/signups/paper-list';
import { getOwnEvent } from '../../get-event';
import { checkList } from './check-list';
import { blanks, listVillages, partiesOf, pasteInto, readSheet, renewed, withBlanks } from './sheet';
import { readFields } from '$lib/server/form';
import type { ErrorCode } from '$lib/ui/elements/error-words';
import type { Actions, PageServerLoad } from './$types';

const blankRows = 12;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const event = await getOwnEvent(ctx, params.id);
	const isOpen = event.publication !== null && !event.cancellation && !event.completion;
	const slots = event.slots.filter(({ startsAt }) => isOpen && startsAt > ctx.now());
	return {
		id: ctx.newId(),
		event: { id: event.id, title: event.title },
		slots,
		villages: await listVillages(ctx),
		blank: blanks(ctx, blankRows),
		saved: readCount(url, 'saved'),
		rest: readCount(url, 'rest')
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const ctx = locals.context;
		const event = await getOwnEvent(ctx, params.id);
		const sent = await readFields(request);
		const sheet = await readSheet(ctx, sent);
		const wish = String(sent.get('do') ?? 'check');
		if (wish === 'paste') return pasteInto(ctx, sheet);
		if (wish === 'more') return withBlanks(ctx, sheet, 10);
		const isOpen = event.slots.some((slot) => slot.id === sheet.slotId && slot.startsAt > ctx.now());
		if (!isOpen) return fail(400, { ...withBlanks(ctx, sheet, 3), errors: { slotId: 'paper-slot-missing' as const } });
		if (sheet.rows.every(isBlank))
			return fail(400, { ...withBlanks(ctx, sheet, blankRows), errors: { form: 'paper-rows-missing' as const } });
		const checked = await checkList(ctx, event, sheet.slotId, sheet.rows);
		const checkedAs = ctx.keys.sign(JSON.stringify([sheet.slotId, sheet.rows]));
		if (checked.wrong > 0) {
			const errors = { form: 'paper-rows-wrong' as const };
			return fail(400, { ...withBlanks(ctx, sheet, 1), checked, checkedAs, errors });
		}
		if (wish !== 'save' || sent.get('checkedAs') !== checkedAs)
			return { ...withBlanks(ctx, sheet, 1), checked, checkedAs, errors: {} };
		const parties = partiesOf(sheet.rows, checked);
		const result = await enterSignups(ctx, { id: sheet.id, slotId: sheet.slotId, parties });
		if (!result.ok && isUsedUp(result.refusal))
			return fail(409, { ...renewed(ctx, sheet), errors: { form: result.refusal as ErrorCode } });
		if (!result.ok) return fail(409, { ...sheet, checked, errors: { form: 'paper-list-changed' as const } });
		const rest = readPasted(sheet.pasted).rows.length;
		redirect(303, `/desk/events/${params.id}/paper?saved=${parties.length}${rest > 0 ? `&rest=${rest}` : ''}`);
	}
};

const readCount = (url: URL, name: string) => Number(/^\d{1,4}$/.exec(url.searchParams.get(name) ?? '')?.[0] ?? 0);
