import * as v from 'valibot';
import type { PaperRow } from '$lib/domain/signups/paper-list';
import { maxParty } from '$lib/domain/signups/signup';
import { integer, optional, personName, phone } from '../fields';
import { outside } from './signup';

/** A line of the paper list as the form sends it. */
export interface TypedRow {
	id: string;
	name: string;
	phone: string;
	villageId: string;
	people: string;
}

/** Before a pasted village's name that is none of the town's: to be chosen by hand, never taken for outside. */
export const unknownVillage = '?';

/** Lines a list may have at once. */
export const mostRows = 120;

const row = v.object({
	name: personName,
	phone: optional(phone),
	villageId: v.pipe(
		v.string(),
		v.nonEmpty('village-missing'),
		v.check((value) => !value.startsWith(unknownVillage), 'village-unknown'),
		v.transform((value) => (value === outside ? null : value))
	),
	people: v.pipe(
		v.string(),
		v.transform((typed) => typed.trim() || '1'),
		integer(1, maxParty)
	)
});

/** The lines of a posted form, in fields named `rows.0.name`; empty ones at the end are left out, and a village left empty is that of the line above. */
export function readTypedRows(form: FormData): TypedRow[] {
	const rows: TypedRow[] = [];
	for (let nth = 0; nth < mostRows && form.has(`rows.${nth}.id`); nth++) {
		const cell = (name: string) => String(form.get(`rows.${nth}.${name}`) ?? '');
		rows.push({
			id: cell('id'),
			name: cell('name'),
			phone: cell('phone'),
			villageId: cell('villageId'),
			people: cell('people')
		});
	}
	while (rows.length > 0 && isBlank(rows.at(-1)!)) rows.pop();
	for (const [at, row] of rows.entries()) row.villageId ||= rows[at - 1]?.villageId ?? '';
	return rows;
}

/** Whether nothing was written in a line; a village alone is nothing, it is carried down from the line above. */
export const isBlank = ({ name, phone, people }: TypedRow): boolean => !name.trim() && !phone.trim() && !people.trim();

/** A line as read, null for a blank one, or the code of what is wrong with it. */
export function checkRow(typed: TypedRow): PaperRow | null | { error: string } {
	if (isBlank(typed)) return null;
	const read = v.safeParse(row, typed);
	return read.success ? read.output : { error: read.issues[0].message };
}
