import { decideImportState } from '$lib/domain/ledgers/import';
import { listImports } from '$lib/server/db/ledgers/imports';
import { scopeOf } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const before = Number(url.searchParams.get('before'));
	const { rows, older } = await listImports(
		ctx.db,
		scopeOf(ctx),
		Number.isSafeInteger(before) && before > 0 ? before : undefined
	);
	return {
		imports: rows.map(
			({ import: { id, at, ledger, fileNameSealed }, unit, by, rows, unread, landing, undo, drop }) => ({
				id,
				at,
				ledger,
				unit,
				rows,
				records: landing?.records ?? null,
				fileName: ctx.keys.open(fileNameSealed, 'imports.file-name', id),
				by: by && ctx.keys.open(by.nameSealed, 'accounts.name', by.id),
				state: decideImportState({
					isLanded: landing !== null,
					isUndone: undo !== null,
					isDropped: drop !== null,
					unread
				})
			})
		),
		older: older ? `?before=${rows.at(-1)!.import.at}` : null,
		isFirst: !before
	};
};
