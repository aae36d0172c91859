import { instantOf } from '$lib/domain/calendar/calendar';
import type { CellFault } from '$lib/domain/ledgers/row-faults';
import { ledgerDefinitions } from '$lib/domain/ledgers/ledgers';
import { decideSignupRow, type SignupRow } from '$lib/domain/ledgers/signup-row';
import { isSlotOpen } from '$lib/domain/signups/signup';
import { listRows } from '$lib/server/db/ledgers/import-rows';
import {
	eachSignup,
	listSignupsOf,
	listSlotsTitled,
	listUntouchedSignups,
	signupsWorkedOn
} from '$lib/server/db/ledgers/signups';
import { findSignup, insertWithdrawal } from '$lib/server/db/signups/signups';
import { insertCompanions } from '$lib/server/db/signups/new-signups';
import { insertHelper } from '$lib/server/db/signups/new-signups';
import { insertSignup } from '$lib/server/db/signups/new-signups';
import { promoteWaitlist } from '$lib/server/db/signups/waitlist';
import type { Context } from '../context';
import { openNames } from '../open-names';
import { each, momentOf, type ListRows } from './export-row';
import { decideRows, refused, type ReadRows } from './import-row';
import { cellsOf, type LedgerService } from './ledger-service';

type Slot = Awaited<ReturnType<typeof listSlotsTitled>>[number];

/** Parties from a list on paper, for slots that are still to come: places and the waitlist as for everyone. */
const read: ReadRows<SignupRecord> = async (ctx, imported, rows) => {
	const decided = decideRows(rows, decideSignupRow);
	const titles = [...new Set(decided.flatMap(({ facts }) => (facts ? [facts.event] : [])))];
	const slots = await listSlotsTitled(ctx.db, imported.unitId, titles);
	const known = await listSignupsOf(
		ctx.db,
		slots.map(({ id }) => id)
	);
	const phones = new Map(known.map(({ slotId, phoneIndex, id }) => [`${slotId}:${phoneIndex}`, id]));
	const opened = await openNames(ctx, 'signups.name', known);
	const names = new Map(known.map(({ slotId, id }) => [`${slotId}:${opened.get(id)!}`, id]));
	return decided.map(({ row, faults, facts }) => {
		if (!facts) return refused(faults);
		const slot = findSlot(ctx, slots, facts);
		if ('fault' in slot) return refused([slot]);
		const record = draftOf(ctx, row.recordId, facts, { slotId: slot.id, villageId: row.villageId });
		const { phoneIndex } = record.signup;
		const same = phoneIndex ? phones.get(`${slot.id}:${phoneIndex}`) : undefined;
		const like = names.get(`${slot.id}:${facts.name}`);
		return {
			faults: [],
			record,
			sameKey: phoneIndex && ctx.keys.blindIndex(`signup:${slot.id}:${phoneIndex}`),
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
	if (!slot) return { column: 'slotStart', fault: 'slot-unknown', with: ['event'] };
	if (!isSlotOpen({ ...slot, now: ctx.now() })) return { column: 'slotStart', fault: 'slot-closed', with: ['event'] };
	if (slot.kind === 'blood-drive' && people > 1) return { column: 'people', fault: 'one-person-each' };
	if (slot.capacity !== null && people > slot.capacity) return { column: 'people', fault: 'party-too-large' };
	return slot;
}

/** What a draft keeps of a party. */
type SignupRecord = ReturnType<typeof draftOf>;

/** Everything of a party sealed under the id of its sign-up, as `signup-row` does for one that is typed in. */
function draftOf(ctx: Context, id: string, facts: SignupRow, ids: { slotId: string; villageId: string | null }) {
	const { name, phone, people, names, acceptsSome, helper, email, language } = facts;
	const seal = (text: string, field: string) => ctx.keys.seal(text, field, id);
	return {
		signup: {
			id,
			...ids,
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

/** Each party takes the next place in its line, as when it is typed in from paper. */
const land: LedgerService['land'] = async ({ db }, { importId }, stamp) => {
	const rows = await listRows(db, importId, { state: 'new', most: ledgerDefinitions.signups.mostRows });
	return rows.flatMap(({ record }) => {
		const { signup, companions, helper } = JSON.parse(record!) as SignupRecord;
		return [
			insertSignup(db, { ...signup, ...stamp }),
			...insertCompanions(db, companions),
			...(helper ? [insertHelper(db, helper)] : [])
		];
	});
};

/** Withdraws all parties, and gives their places to those who wait. */
const remove: LedgerService['remove'] = async ({ db }, { slice, actId, at, byId }) => {
	const signups = await listUntouchedSignups(db, slice);
	const slots = [...new Set(signups.map(({ slotId }) => slotId))];
	return [
		...signups.map((signup) => insertWithdrawal(db, signup.id, at, byId)),
		...slots.flatMap((slotId) => promoteWaitlist(db, slotId, actId, at))
	];
};

const show: LedgerService['show'] = async (ctx, recordId) => {
	const found = await findSignup(ctx.db, recordId);
	if (!found) return null;
	const name = ctx.keys.open(found.signup.nameSealed, 'signups.name', recordId);
	return { href: `/desk/signups/${recordId}`, cells: cellsOf({ name, people: found.signup.partySize }) };
};

const rows: ListRows = ({ db, keys }, asked) =>
	each(eachSignup(db, asked), ({ signup, event, slot, helper, companions }) => ({
		event: event.title,
		slotStart: momentOf(slot.startsAt),
		village: signup.villageId,
		people: signup.partySize,
		name: keys.open(signup.nameSealed, 'signups.name', signup.id),
		phone: signup.phoneSealed && keys.open(signup.phoneSealed, 'signups.phone', signup.id),
		email: signup.emailSealed && keys.open(signup.emailSealed, 'signups.email', signup.id),
		withNames: companions.map(({ nameSealed }) => keys.open(nameSealed, 'companions.name', signup.id)).join('、'),
		acceptsSome: signup.acceptsSome,
		language: signup.language,
		helper: helper && keys.open(helper.nameSealed, 'helpers.name', signup.id),
		helperPhone: helper?.phoneSealed ? keys.open(helper.phoneSealed, 'helpers.phone', signup.id) : null
	}));

export const signups: LedgerService = {
	read,
	show,
	land,
	// By halves, parties of the import would be promoted in place of others of it, which the next slice withdraws.
	isWhole: true,
	workedOn: signupsWorkedOn,
	remove,
	rows
};
