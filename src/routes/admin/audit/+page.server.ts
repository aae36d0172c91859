import { auditEntriesPerPage, listAuditEntries } from '$lib/server/db/audit/audit';
import { findUnit } from '$lib/server/db/units/units';
import { scopeOf } from '$lib/server/people/rights';
import { subjectPage, verbWords } from '$lib/ui/audit/audit-words';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const asked = url.searchParams.get('verb') ?? '';
	const verb = Object.hasOwn(verbWords, asked) ? asked : '';
	const before = readPlace(url.searchParams.get('before'));
	const isWhole = (await findUnit(ctx.db, scope))?.parentId === null;
	const listed = await listAuditEntries(ctx.db, { scope, isWhole, verb, before });
	const page = listed.slice(0, auditEntriesPerPage);
	const last = page.at(-1);
	const query = verb ? `verb=${verb}&` : '';
	return {
		verb,
		entries: page.map(({ id, at, actorKind, username, verb, reason, unitName, unitNameEn, ...subject }) => ({
			id,
			at,
			actorKind,
			username,
			verb,
			reason,
			page: subjectPage(subject),
			unit: unitName === null ? null : { name: unitName, nameEn: unitNameEn }
		})),
		newest: before ? `?${query}` : null,
		older: last && listed.length > auditEntriesPerPage ? `?${query}before=${last.at}_${last.id}` : null
	};
};

function readPlace(text: string | null): { at: number; id: string } | undefined {
	const [, at, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
	return at && id ? { at: Number(at), id } : undefined;
}
