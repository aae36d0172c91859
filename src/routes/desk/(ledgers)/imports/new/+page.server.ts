import { fail, redirect } from '@sveltejs/kit';
import { isLedger } from '$lib/domain/ledgers/ledgers';
import { importForm } from '$lib/forms/ledgers/import';
import { checkFields, readFields } from '$lib/server/form';
import { continueImport } from '$lib/server/ledgers/continue-import';
import { startImport } from '$lib/server/ledgers/start-import';
import type { ErrorCode } from '$lib/ui/elements/error-words';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const asked = url.searchParams.get('ledger');
	return { id: locals.context.newId(), ledger: isLedger(asked) ? asked : null };
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const data = await readFields(request);
		const form = checkFields(data, importForm);
		if (!form.ok) return form.failure;
		const { id, ledger, sheet } = form.data;
		const file = data.get('file');
		if (!(file instanceof File) || file.size === 0)
			return fail(400, { values: { ledger, sheet }, errors: { file: 'file-missing' } as Record<string, ErrorCode> });
		const result = await startImport(locals.context, {
			id,
			ledger,
			fileName: file.name,
			bytes: new Uint8Array(await file.arrayBuffer()),
			sheet: sheet || null
		});
		if (!result.ok)
			return form.refuse(
				result.refusal,
				result.refusal === 'sheet-missing' ? 'sheet' : result.refusal === 'not-your-unit' ? 'form' : 'file'
			);
		await continueImport(locals.context, id);
		redirect(303, `/desk/imports/${id}`);
	}
};
