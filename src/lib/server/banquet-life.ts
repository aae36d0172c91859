import type { Context } from './context';
import { listBanquetActs, type LifeVerb } from './db/banquets';

/** Plain values as an audit entry keeps them: text, numbers, or nothing. */
type Values = Record<string, string | number | null>;

/** One dated act of a banquet's life, ready for a page. */
export interface LifeAct {
	id: string;
	/** ms, UTC. */
	at: number;
	verb: LifeVerb;
	/** A member of staff with the unit, the household itself, or the software. */
	by: { kind: 'visitor' | 'system' } | { kind: 'account'; name: string; unit: { name: string; nameEn: string | null } };
	/** What was recorded. */
	detail: Values;
	/** Of a correction: what it changed; without values where they are personal and were not kept. */
	changes: { field: string; before?: string | number | null; after?: string | number | null }[];
}

/** A banquet's life from the audit trail, first act first: each step with its day and the person who took it. */
export async function readBanquetLife(ctx: Context, banquetId: string): Promise<LifeAct[]> {
	const rows = await listBanquetActs(ctx.db, banquetId);
	return rows.map(({ id, at, verb, detail, actorKind, accountId, nameSealed, unitName, unitNameEn }) => {
		const kept = JSON.parse(detail ?? '{}') as { before?: Values; after?: Values; changed?: string[] } & Values;
		const by =
			accountId && nameSealed
				? {
						kind: 'account' as const,
						name: ctx.keys.open(nameSealed, 'accounts.name', accountId),
						unit: { name: unitName ?? '', nameEn: unitNameEn }
					}
				: { kind: actorKind === 'system' ? ('system' as const) : ('visitor' as const) };
		return { id, at, verb, by, detail: kept, changes: changesOf(kept) };
	});
}

function changesOf({
	before,
	after,
	changed = []
}: {
	before?: Values;
	after?: Values;
	changed?: string[];
}): LifeAct['changes'] {
	const counted = Object.keys(after ?? {})
		.filter((field) => before?.[field] !== after?.[field])
		.map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }));
	return [...counted, ...changed.map((field) => ({ field }))];
}
