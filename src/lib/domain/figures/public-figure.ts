import type { AskedPeriod } from './asked-period';
import type { Figure, FigureSource } from './figure';

/** Sources in which a count of 1 is one household or one person. */
const ofHouseholds: readonly FigureSource['from'][] = [
	'banquets-held',
	'banquets-declared',
	'banquets-dissuaded',
	'pledges-in-force',
	'pledges-signed',
	'birthday-guests',
	'donations'
];

/**
 * Whether a figure of such a period is published as a bare number. Of a year all; of parts of a year not those of households: the
 * difference of two parts would give a small number away. Their months are published in the charts, small numbers withheld.
 */
export function isPublishedFor({ source }: Pick<Figure, 'source'>, { kind }: AskedPeriod): boolean {
	return kind === 'year' || !ofHouseholds.includes(source.from);
}
