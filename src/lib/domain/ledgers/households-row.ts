import { households } from './households';
import type { RowValues } from './ledger-row';
import { collect, type Day, type Decided } from './row-rules';

/** What a row of the households' ledger says. */
export function decideHouseholdsRow(
	values: RowValues,
	{ today }: Day
): Decided<{ fromOn: string; households: number }> {
	const { refuse, need, decide } = collect();
	const fromOn = values.fromOn as string | undefined;
	const count = values.households as number | undefined;
	need(households.required, values);
	if (fromOn && fromOn > today) refuse('fromOn', 'date-in-future');
	return decide({ fromOn: fromOn!, households: count! });
}
