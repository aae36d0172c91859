import { later, pick, type Filling } from './filling';
import { filledCode, retentionMs } from './overdue';

const kinds = ['lecture', 'performance', 'volunteer-day'];

/** Days that some sign-ups are overdue to be erased: a tenth of those of ten years. */
const overdueDays = 365;

type Many = { events: number; signups: number };

/** Events of ten years and of a month ahead, each with one slot, and their sign-ups. Their numbers follow on those that are there. */
export function fillEvents(filling: Filling, many: Many): void {
	const [last] = filling.rows.all<{ number: number }>('SELECT max(number) AS number FROM events');
	for (let nth = 0; nth < many.events; nth++) fillEvent(filling, last!.number + 1 + nth, nth, many);
}

function fillEvent(filling: Filling, number: number, nth: number, many: Many): void {
	const { rows, units, today } = filling;
	const startsAt = filling.morning(nth, many.events, 30) + 3600 * 1000;
	const at = Math.min(later(startsAt, -14), today);
	const [id, slotId, unitId] = [filling.id(at), filling.id(at), pick(units.villages, nth)];
	const [kind, endsAt] = [kinds[nth % kinds.length]!, startsAt + 3600 * 1000];
	const words = { title: '健康讲座', place: '村卫生室', contact_phone: '02370000000' };
	const times = { starts_at: startsAt, ends_at: endsAt };
	const by = { at, by_id: units.accounts[0]! };
	rows.add('events', {
		id,
		number,
		unit_id: unitId,
		kind,
		topic: kind === 'lecture' ? 'health' : null,
		...words,
		...times,
		...by
	});
	rows.add('slots', { id: slotId, event_id: id, ...times, capacity: 200, ...by });
	rows.add('event_publications', { event_id: id, ...by });
	filling.enter('createEvent', 'event', id, unitId, at, id);
	filling.enter('publishEvent', 'event', id, unitId, at);
	const people = fillSignups(filling, { slotId, unitId, startsAt, endsAt }, nth, many);
	if (endsAt >= today) return;
	rows.add('event_completions', { event_id: id, attended: people, at: endsAt });
	filling.enter('completeEvent', 'event', id, unitId, endsAt);
}

type Slot = { slotId: string; unitId: string; startsAt: number; endsAt: number };

/** The sign-ups of one slot, erased where they are long past. Out: the people they bring. */
function fillSignups(filling: Filling, slot: Slot, nth: number, { events, signups }: Many): number {
	const own = Math.floor(((nth + 1) * signups) / events) - Math.floor((nth * signups) / events);
	const at = Math.min(later(slot.startsAt, -5), filling.today);
	const isErased = slot.endsAt < later(filling.today - retentionMs, -overdueDays);
	let people = 0;
	for (let seq = 1; seq <= own; seq++) {
		const id = filling.id(at);
		const party = 1 + (seq % 3);
		people += party;
		const person = isErased ? erased(id) : filling.person('signups', id);
		filling.rows.add('signups', {
			id,
			slot_id: slot.slotId,
			seq,
			rank: seq,
			status: 'confirmed',
			party_size: party,
			granted: party,
			name_sealed: person.nameSealed,
			phone_sealed: person.phoneSealed,
			phone_index: person.phoneIndex,
			village_id: slot.unitId,
			code: filledCode,
			at
		});
		filling.enter('signUp', 'signup', id, slot.unitId, at, id);
	}
	return people;
}

const erased = (id: string) => ({ nameSealed: 'erased', phoneSealed: 'erased', phoneIndex: `erased:${id}` });
