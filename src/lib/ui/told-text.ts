import type { AskedPeriod } from '$lib/domain/asked-period';
import { m } from '$lib/paraglide/messages.js';
import { valueText } from './period-words';

/** A count of people or households as the public reads it: of a part of a year, not a 1 or 2. A dash where there is no data. */
export function toldText(value: number | null, { asked }: { asked: AskedPeriod }): string {
	const isFew = asked.kind !== 'year' && value !== null && value > 0 && value < 3;
	return isFew ? m.shell_few() : valueText(value);
}
