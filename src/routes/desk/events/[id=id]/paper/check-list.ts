import {
	findNamesake,
	gatherParties,
	isTooLarge,
	type PaperParty,
	type PaperRow
} from '$lib/domain/signups/paper-list';
import { maskName } from '$lib/domain/people/person-name';
import { decideGrant } from '$lib/domain/signups/waitlist';
import { checkRow, type TypedRow } from '$lib/forms/signups/paper';
import type { Context } from '$lib/server/context';
import type { EventRecord } from '$lib/server/db/events/events';
import { listNamesOfSlot } from '$lib/server/db/signups/signup-lists';

/** What the check found out about a line. */
export type Remark =
	| { kind: 'error'; code: string }
	| { kind: 'too-large' }
	| { kind: 'listed' }
	| { kind: 'joined'; nth: number }
	| { kind: 'repeat'; nth: number }
	| { kind: 'fits' | 'waits'; sameName: string | null; sameRow: number | null };

export interface CheckedList {
	/** One a line, null for a blank one. */
	remarks: (Remark | null)[];
	/** What would be saved: parties without those listed already. */
	parties: PaperParty[];
	wrong: number;
}

/** Checks the lines of a paper list against themselves and against the list of the slot. */
export async function checkList(
	ctx: Context,
	event: EventRecord,
	slotId: string,
	typed: TypedRow[]
): Promise<CheckedList> {
	const read = typed.map(checkRow);
	const remarks: (Remark | null)[] = read.map((row) =>
		row && 'error' in row ? { kind: 'error', code: row.error } : null
	);
	const rows = read.map((row) => (row && 'error' in row ? null : (row as PaperRow | null)));
	const listed = await listNamesOfSlot(ctx.db, slotId);
	const phones = new Set(listed.map(({ phoneIndex }) => phoneIndex));
	const names = new Set(listed.map(({ id, nameSealed }) => ctx.keys.open(nameSealed, 'signups.name', id)));
	const slot = event.slots.find(({ id }) => id === slotId)!;
	let { taken, waiting } = slot;
	const parties: PaperParty[] = [];
	for (const party of gatherParties(rows)) {
		const [first, ...others] = party.rows as [number, ...number[]];
		for (const at of others) remarks[at] = { kind: 'joined', nth: first + 1 };
		for (const at of party.repeats) remarks[at] = { kind: 'repeat', nth: first + 1 };
		if (isTooLarge(party)) remarks[first] = { kind: 'too-large' };
		else if (party.phone && phones.has(ctx.keys.blindIndex(party.phone))) remarks[first] = { kind: 'listed' };
		else {
			const { capacity } = slot;
			const need = { people: party.people, acceptsSome: false };
			const granted = decideGrant({ capacity, taken, letsPass: event.letsPass }, waiting, need);
			taken += granted;
			if (granted === 0) waiting++;
			const sameName = names.has(party.name) ? maskName(party.name) : null;
			const namesake = findNamesake(rows, first);
			const sameRow = namesake === null ? null : namesake + 1;
			remarks[first] = { kind: granted > 0 ? 'fits' : 'waits', sameName, sameRow };
			parties.push(party);
		}
	}
	const wrong = remarks.filter((remark) => remark?.kind === 'error' || remark?.kind === 'too-large').length;
	return { remarks, parties, wrong };
}
