import { decideImportState } from '$lib/domain/ledgers/import';
import { listImports } from '$lib/server/db/ledgers/imports';
import { pageLinks, readCursor } from '$lib/server/page-links';
import { scopeOf } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const list = await listImports(ctx.db, scopeOf(ctx), readCursor(url.searchParams, 'instant'));
	return {
		imports: list.rows.map(
			({
				import: { id, at, ledger, fileNameSealed },
				unit,
				by,
				lines,
				unread,
				landing,
				undo,
				drop,
				progress,
				refused
			}) => ({
				id,
				at,
				ledger,
				unit,
				rows: lines,
				records: landing && landing.records - refused,
				fileName: ctx.keys.open(fileNameSealed, 'imports.file-name', id),
				by: by && ctx.keys.open(by.nameSealed, 'accounts.name', by.id),
				state: decideImportState({
					isLanded: landing !== null,
					isUndone: undo !== null,
					isDropped: drop !== null,
					isUnderWay: progress !== null,
					unread
				})
			})
		),
		older: pageLinks(url.searchParams, list, ({ import: { at, id } }) => ({ key: at, id })).older,
		isFirst: !list.hasAbove
	};
};
