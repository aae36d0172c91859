import { openOwn } from '$lib/server/people/open-record';
import { toCsv } from '$lib/server/ledgers/csv';
import { listRows } from '$lib/server/db/ledgers/import-rows';
import { findImport } from '$lib/server/db/ledgers/imports';
import { m } from '$lib/paraglide/messages.js';
import { faultText, rowStateWords, skipWords } from '$lib/ui/ledgers/import-words';
import type { RequestHandler } from './$types';

/**
 * The result of every line of the file, by its number there. Nothing personal: the owner of the file finds the line in
 * it.
 */
export const GET: RequestHandler = async ({ locals, params }) => {
	const ctx = locals.context;
	const found = await openOwn(ctx, await findImport(ctx.db, params.id), (one) => one.import.unitId);
	const rows = await listRows(ctx.db, params.id, { most: 100_000 });
	const lines = rows.map(({ nth, state, skip, faults, likeNth }) => [
		nth,
		state === 'new' && found.landing ? m.imports_row_landed() : rowStateWords[state](),
		skip
			? skipWords[skip]()
			: likeNth === null
				? faults.map(faultText).join(' ')
				: m.imports_that_line({ nth: likeNth })
	]);
	return new Response(toCsv([[m.imports_list_line(), m.imports_list_state(), m.imports_list_why()], ...lines]), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="import-${params.id.slice(0, 8)}.csv"`
		}
	});
};
