import { findReported, type ReportedLedger, type WorkKind } from '$lib/domain/activities/added-work';
import type { ZeroInTheWay } from '$lib/domain/activities/checked-month';
import { findCheckedZero } from '$lib/server/db/activities/checked-zeros';
import { findUnit } from '$lib/server/db/units/units';
import type { Context } from '../context';
import { mayActFor } from '../people/rights';

/** An entry that a checked zero keeps out: of which unit and kind, and its day (YYYY-MM-DD of the town). */
interface KeptOut {
	unitId: string;
	kind: WorkKind | ReportedLedger;
	on: string;
}

/** The checked zero that keeps an entry out of its month, and whose it is; null where there is none. */
export async function findZeroInTheWay(ctx: Context, { unitId, kind, on }: KeptOut): Promise<ZeroInTheWay | null> {
	const ledger = findReported(kind);
	const zero = ledger && (await findCheckedZero(ctx.db, unitId, ledger, on.slice(0, 7)));
	return zero && nameZero(ctx, { ...zero, month: zero.zeroMonth!, checkedOn: zero.doneOn });
}

/** A checked zero with whose it is, and whether the reader may strike it out. */
export async function nameZero(
	ctx: Context,
	{ id, unitId, month, checkedOn }: Omit<ZeroInTheWay, 'unit' | 'isMine'> & { unitId: string }
): Promise<ZeroInTheWay> {
	const [unit, isMine] = await Promise.all([findUnit(ctx.db, unitId), mayActFor(ctx, unitId)]);
	return { id, unit: { name: unit!.name, nameEn: unit!.nameEn }, month, checkedOn, isMine };
}
