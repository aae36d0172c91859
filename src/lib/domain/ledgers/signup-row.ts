import type { RowValues } from './ledger-row';
import { signups } from './signups';
import { collect, type Decided, type RowStrings } from './row-rules';

export interface SignupRow {
	event: string;
	slotStart: { on: string; time: string };
	name: string;
	phone: string | null;
	people: number;
	names: string[];
	acceptsSome: boolean;
	helper: { name: string; phone: string | null } | null;
	email: string | null;
	language: 'zh-CN' | 'en';
}

/** What a row of a list of sign-ups says: as many people as it names, one if it says nothing. */
export function decideSignupRow(values: RowValues): Decided<SignupRow> {
	const { refuse, need, decide } = collect();
	const own = values as RowStrings;
	need(signups.required, values);
	const names = (values.withNames as string[] | undefined) ?? [];
	const people = (values.people as number | undefined) ?? names.length + 1;
	if (own.helperPhone && !own.helper) refuse('helper', 'missing', 'helperPhone');
	if (names.length >= people || people > 6) refuse('people', 'more-names-than-people', 'withNames');
	return decide({
		event: own.event!,
		slotStart: values.slotStart as SignupRow['slotStart'],
		name: own.name!,
		phone: own.phone ?? null,
		people,
		names,
		acceptsSome: own.acceptsSome === 'yes',
		email: own.email ?? null,
		helper: own.helper ? { name: own.helper, phone: own.helperPhone ?? null } : null,
		language: own.language === 'en' ? 'en' : 'zh-CN'
	});
}
