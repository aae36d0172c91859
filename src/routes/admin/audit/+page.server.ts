import { listAuditEntries } from '$lib/server/db/audit/audit-list';
import { findUnit } from '$lib/server/db/units/units';
import { readCursor, writeRowKey } from '$lib/server/page-links';
import { scopeOf } from '$lib/server/people/rights';
import { verbWords } from '$lib/ui/audit/audit-words';
import { subjectPage } from '$lib/ui/audit/subject-pages';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const asked = url.searchParams.get('verb') ?? '';
	const verb = Object.hasOwn(verbWords, asked) ? asked : '';
	const cursor = readCursor(url.searchParams, 'instant');
	const isWhole = (await findUnit(ctx.db, scope))?.parentId === null;
	const { rows, hasAbove, hasBelow } = await listAuditEntries(ctx.db, { scope, isWhole, verb, cursor });
	const last = rows.at(-1);
	const query = verb ? `verb=${verb}&` : '';
	return {
		verb,
		entries: rows.map(({ id, at, actorKind, username, verb, reason, unitName, unitNameEn, ...subject }) => ({
			id,
			at,
			actorKind,
			username,
			verb,
			reason,
			page: subjectPage(subject),
			unit: unitName === null ? null : { name: unitName, nameEn: unitNameEn }
		})),
		newest: hasAbove ? `?${query}` : null,
		older: last && hasBelow ? `?${query}before=${writeRowKey({ key: last.at, id: last.id })}` : null
	};
};
