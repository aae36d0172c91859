import type { BirthDate, Diet, Mobility, PhotoConsent, Sex } from '../birthdays/elder';
import { elders } from './elders';
import type { RowValues } from './ledger-row';
import { collect, type Decided, type RowStrings } from './row-rules';

export interface ElderRowFacts {
	name: string;
	birth: BirthDate;
	sex: Sex;
	phone: string | null;
	relativePhone: string | null;
	mobility: Mobility;
	needsTransport: boolean;
	pickUpPoint: string;
	diet: Diet;
	companions: number;
	photoConsent: PhotoConsent;
}

/** What a row of the elders' roll says: an elder of whom it says nothing walks, eats anything, comes alone, and was not asked about pictures. */
export function decideElderRow(values: RowValues): Decided<ElderRowFacts> {
	const { refuse, need, decide } = collect();
	const own = values as RowStrings;
	need(elders.required, values);
	if (own.pickUpPoint && !own.transport) refuse('transport', 'missing', 'pickUpPoint');
	return decide({
		name: own.name!,
		sex: own.sex as Sex,
		birth: values.birth as BirthDate,
		phone: own.phone ?? null,
		relativePhone: own.relativePhone ?? null,
		mobility: (own.mobility as Mobility | undefined) ?? 'walks',
		needsTransport: own.transport === 'yes',
		pickUpPoint: own.pickUpPoint ?? '',
		diet: (own.diet as Diet | undefined) ?? 'any',
		companions: (values.companions as number | undefined) ?? 0,
		photoConsent: (own.photo as PhotoConsent | undefined) ?? 'unasked'
	});
}
