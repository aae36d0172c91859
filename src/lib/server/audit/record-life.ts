import { maskName } from '$lib/domain/people/person-name';
import { maskPhone } from '$lib/domain/people/phone';
import type { Context } from '../context';
import { listActsOn } from '$lib/server/db/audit/audit';
import { readFormer, type Former } from './former-values';

/** Plain values as an audit entry keeps them: text, numbers, or nothing. */
type Values = Record<string, string | number | null>;

/** One dated act of a record's life, ready for a page. */
export interface LifeAct {
	id: string;
	/** ms, UTC. */
	at: number;
	verb: string;
	/** A member of staff with the unit, the household itself, or the software. */
	by: { kind: 'visitor' | 'system' } | { kind: 'account'; name: string; unit: { name: string; nameEn: string | null } };
	/** Why, of a correction or a removal; null where no reason was asked. */
	reason: string | null;
	/** What was recorded. */
	detail: Values;
	/** Of a correction: what it changed; of personal values only the one before, masked, and none from before they were kept. */
	changes: { field: string; before?: string | number | null; after?: string | number | null }[];
}

/**
 * A record's life from the audit trail, oldest act first: each step with its day, the person who took it, and for a
 * correction the old values and the reason.
 */
export async function readRecordLife(ctx: Context, subject: { type: string; id: string }): Promise<LifeAct[]> {
	const [rows, former] = await Promise.all([listActsOn(ctx.db, subject), readFormer(ctx, subject.id)]);
	return rows.map(({ id, at, verb, detail, reason, actorKind, accountId, nameSealed, unitName, unitNameEn }) => {
		const kept = JSON.parse(detail ?? '{}') as { before?: Values; after?: Values; changed?: string[] } & Values;
		const by =
			accountId && nameSealed
				? {
						kind: 'account' as const,
						name: ctx.keys.open(nameSealed, 'accounts.name', accountId),
						unit: { name: unitName ?? '', nameEn: unitNameEn }
					}
				: { kind: actorKind === 'system' ? ('system' as const) : ('visitor' as const) };
		return { id, at, verb, by, reason, detail: kept, changes: changesOf(kept, former.get(id)) };
	});
}

function changesOf(
	{ before, after, changed = [] }: { before?: Values; after?: Values; changed?: string[] },
	former: Former = {}
): LifeAct['changes'] {
	const counted = Object.keys(after ?? {})
		.filter((field) => asKept(before?.[field]) !== asKept(after?.[field]))
		.map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }));
	const personal = changed.map((field) =>
		field in former ? { field, before: mask(field, former[field]!) } : { field }
	);
	return [...counted, ...personal];
}

/** SQLite keeps yes and no as 1 and 0. */
const asKept = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value);

function mask(field: string, value: string | null): string | null {
	if (value === null) return null;
	if (field === 'hostName' || field === 'name') return maskName(value);
	return ['hostPhone', 'phone', 'relativePhone'].includes(field) ? maskPhone(value) : value;
}
