import { redirect } from '@sveltejs/kit';
import { eventFileForm, fileRemovalForm } from '$lib/forms/lectures/lecture';
import { act } from '$lib/server/act';
import {
	addEventFile,
	readEventFiles,
	removeEventFile,
	type AddEventFileRefusal
} from '$lib/server/events/event-files';
import { checkFields, readFields } from '$lib/server/form';
import { getOwnEvent } from '../../get-event';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const { id, title, publication } = await getOwnEvent(ctx, params.id);
	const files = await readEventFiles(ctx, id);
	return {
		ids: { add: ctx.newId(), remove: ctx.newId() },
		event: { id, title },
		today: ctx.today(),
		isDraft: publication === null,
		notice: noticeOf(url.searchParams),
		files: files.map(({ id, kind, title, format, size, hash, asked, consentOn }) => ({
			id,
			kind,
			title,
			format,
			size,
			asked,
			consentOn,
			href: `/events/${params.id}/files/${id}?${hash.slice(0, 8)}`
		}))
	};
};

const noticeOf = (query: URLSearchParams) =>
	query.has('added') ? ('added' as const) : query.has('removed') ? ('removed' as const) : null;

/** The field that a refusal is about; the others are about the file. */
const fieldOf: Partial<Record<AddEventFileRefusal, string>> = {
	'photo-consent-missing': 'isAgreed',
	'date-in-future': 'askedOn',
	'too-many-files': 'form'
};

export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		const data = await readFields(request);
		const form = checkFields(data, eventFileForm);
		if (!form.ok) return form.failure;
		const file = data.get('file');
		const bytes = new Uint8Array(file instanceof File ? await file.arrayBuffer() : []);
		const result = await addEventFile(locals.context, { ...form.data, eventId: params.id, bytes });
		if (!result.ok) return form.refuse(result.refusal, fieldOf[result.refusal] ?? 'file');
		redirect(303, `/desk/events/${params.id}/files?added`);
	},
	remove: act(fileRemovalForm, (ctx, data, { params }) => removeEventFile(ctx, { ...data, eventId: params.id }), {
		to: ({ params }) => `/desk/events/${params.id}/files?removed`
	})
};
