import type { RowValues } from './ledger-row';
import { collect, type Day, type Decided } from './row-rules';

/** What a row of the households' ledger says. */
export function decideHouseholdsRow(
	values: RowValues,
	{ today }: Day
): Decided<{ fromOn: string; households: number }> {
	const { refuse, decide } = collect();
	const fromOn = values.fromOn as string | undefined;
	const households = values.households as number | undefined;
	if (!fromOn) refuse('fromOn', 'missing');
	if (fromOn && fromOn > today) refuse('fromOn', 'date-in-future');
	if (households === undefined) refuse('households', 'missing');
	return decide({ fromOn: fromOn!, households: households! });
}
