import { areDeclarationsTooEarly, type LedgerName } from '$lib/domain/figures/ledger';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { countLeftOut, insertLedgerStarts, listDeclaredStarts } from '$lib/server/db/figures/ledger-starts';
import { recordAct, stampOf } from '../record-act';
import { mayAdministerAll } from '../people/rights';

export interface DeclareLedgersCommand {
	/** Of the act. */
	id: string;
	/** `fromOn`: YYYY-MM-DD. */
	starts: readonly { ledger: LedgerName; fromOn: string }[];
}

export type DeclareLedgersRefusal =
	'not-your-unit' | 'date-in-future' | 'declarations-before-banquets' | 'ledger-start-changed';

/**
 * Declares from which day the town keeps ledgers: figures of before are no data. Adds to what was declared before, and never changes it;
 * what is the same already is left out. Refusals: a day to come; declarations are kept from the ledger of banquets on; another administrator
 * declared the same ledger meanwhile.
 */
export async function declareLedgers(
	ctx: Context,
	{ id, starts }: DeclareLedgersCommand
): Promise<Result<object, DeclareLedgersRefusal>> {
	if (!(await mayAdministerAll(ctx))) return { ok: false, refusal: 'not-your-unit' };
	if (starts.some(({ fromOn }) => fromOn > ctx.today())) return { ok: false, refusal: 'date-in-future' };
	const declared = new Map((await listDeclaredStarts(ctx.db)).map((one) => [one.ledger, one]));
	const asked = new Map(starts.map(({ ledger, fromOn }) => [ledger, fromOn]));
	const banquets = asked.get('banquets') ?? declared.get('banquets')!.fromOn;
	if (areDeclarationsTooEarly({ declarations: asked.get('declarations'), banquets }))
		return { ok: false, refusal: 'declarations-before-banquets' };
	const changes = starts.filter(({ ledger, fromOn }) => declared.get(ledger)!.fromOn !== fromOn);
	if (changes.length === 0) return { ok: true };
	const rows = changes.map((one) => ({ ...one, seq: declared.get(one.ledger)!.seq + 1, ...stampOf(ctx) }));
	const detail = { starts: changes, before: changes.map(({ ledger }) => declared.get(ledger)!.fromOn) };
	return recordAct(
		ctx,
		{ id, verb: 'declareLedgers', subject: { type: 'ledger-starts', id }, detail },
		[insertLedgerStarts(ctx.db, rows)],
		{ 'ledger_starts.ledger': 'ledger-start-changed' } as const
	);
}

export interface DeclareLedgerCommand {
	/** Of the act. */
	id: string;
	ledger: LedgerName;
	/** YYYY-MM-DD */
	fromOn: string;
	/** The administrator has read how many records are left out. */
	isConfirmed: boolean;
}

/**
 * Declares from which day the town keeps a ledger, as `declareLedgers` does. Where records are from before, it writes nothing until that is
 * confirmed. Out: how many would be left out, where that is asked.
 */
export async function declareLedger(
	ctx: Context,
	{ id, ledger, fromOn, isConfirmed }: DeclareLedgerCommand
): Promise<Result<{ leftOut: number }, DeclareLedgersRefusal>> {
	if (!(await mayAdministerAll(ctx))) return { ok: false, refusal: 'not-your-unit' };
	const leftOut = isConfirmed || fromOn > ctx.today() ? 0 : await countLeftOut(ctx.db, ledger, fromOn);
	if (leftOut > 0) return { ok: true, leftOut };
	const declared = await declareLedgers(ctx, { id, starts: [{ ledger, fromOn }] });
	return declared.ok ? { ok: true, leftOut: 0 } : declared;
}
