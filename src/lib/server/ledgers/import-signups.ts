import { instantOf } from '$lib/domain/calendar/calendar';
import { decideSignupRow, type SignupRow } from '$lib/domain/ledgers/ledger-rules';
import type { CellFault } from '$lib/domain/ledgers/ledger-row';
import { isSlotOpen } from '$lib/domain/signups/signup';
import type { Context } from '../context';
import { listSignupsOf, listSlotsTitled } from '$lib/server/db/ledgers/import-likenesses';
import { decideRows, refused, type ReadRows } from './import-row';

type Slot = Awaited<ReturnType<typeof listSlotsTitled>>[number];

/** Parties from a list on paper, for slots that are still to come: places and the waitlist as for everyone. */
export const readSignups: ReadRows = async (ctx, imported, rows) => {
	const decided = decideRows(rows, decideSignupRow);
	const titles = [...new Set(decided.flatMap(({ facts }) => (facts ? [facts.event] : [])))];
	const slots = await listSlotsTitled(ctx.db, imported.unitId, titles);
	const known = await listSignupsOf(
		ctx.db,
		slots.map(({ id }) => id)
	);
	const phones = new Map(known.map(({ slotId, phoneIndex, id }) => [`${slotId}:${phoneIndex}`, id]));
	const names = new Map(
		known.map(({ slotId, nameSealed, id }) => [`${slotId}:${ctx.keys.open(nameSealed, 'signups.name', id)}`, id])
	);
	return decided.map(({ row, faults, facts }) => {
		if (!facts) return refused(faults);
		const slot = findSlot(ctx, slots, facts);
		if ('fault' in slot) return refused([slot]);
		const record = recordOf(ctx, row.recordId, facts, { slotId: slot.id, villageId: row.villageId });
		const { phoneIndex } = record.signup;
		const same = phoneIndex ? phones.get(`${slot.id}:${phoneIndex}`) : undefined;
		const like = names.get(`${slot.id}:${facts.name}`);
		return {
			faults: [],
			record,
			sameKey: ctx.keys.blindIndex(`signup:${slot.id}:${phoneIndex ?? `${row.villageId}:${facts.name}`}`),
			likeKey: ctx.keys.blindIndex(`signup:${slot.id}:${facts.name}`),
			dayOn: facts.slotStart.on,
			recordLikeness: same ? 'same' : like ? 'alike' : null,
			likeRecordId: same ?? like ?? null
		};
	});
};

function findSlot(ctx: Context, slots: readonly Slot[], { event, slotStart, people }: SignupRow): Slot | CellFault {
	const titled = slots.filter(({ title }) => title === event);
	if (titled.length === 0) return { column: 'event', fault: 'event-unknown' };
	const startsAt = instantOf(slotStart.on, slotStart.time);
	const slot = titled.find((one) => one.startsAt === startsAt);
	if (!slot) return { column: 'slotStart', fault: 'slot-unknown' };
	if (!isSlotOpen({ ...slot, now: ctx.now() })) return { column: 'slotStart', fault: 'slot-closed' };
	if (slot.kind === 'blood-drive' && people > 1) return { column: 'people', fault: 'one-person-each' };
	if (slot.capacity !== null && people > slot.capacity) return { column: 'people', fault: 'party-too-large' };
	return slot;
}

/** Everything of a party sealed under the id of its sign-up, as `signup-row` does for one that is typed in. */
function recordOf(ctx: Context, id: string, facts: SignupRow, place: { slotId: string; villageId: string | null }) {
	const { name, phone, people, names, acceptsSome, helper, email, language } = facts;
	const seal = (text: string, field: string) => ctx.keys.seal(text, field, id);
	return {
		signup: {
			id,
			...place,
			partySize: people,
			acceptsSome: acceptsSome && people > 1,
			language,
			origin: 'paper' as const,
			nameSealed: seal(name, 'signups.name'),
			phoneSealed: phone && seal(phone, 'signups.phone'),
			phoneIndex: phone && ctx.keys.blindIndex(phone),
			emailSealed: email && seal(email, 'signups.email'),
			code: ctx.newCode()
		},
		companions: names.map((one, at) => ({ signupId: id, nth: at + 2, nameSealed: seal(one, 'companions.name') })),
		helper: helper && {
			signupId: id,
			nameSealed: seal(helper.name, 'helpers.name'),
			phoneSealed: helper.phone && seal(helper.phone, 'helpers.phone')
		}
	};
}

/** What a row of the list becomes: the texts of `recordOf`, as the draft keeps them. */
export type SignupRecord = ReturnType<typeof recordOf>;
