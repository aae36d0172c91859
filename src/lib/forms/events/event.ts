import * as v from 'valibot';
import { mostConfirmHours, type EventKind, type EventTopic } from '$lib/domain/events/event';
import { id, optionalInteger, optionalPublicText, phone, publicText, ticked, unitId } from '../fields';
import { kindChoices } from './event-kind';
import { newSlotForm } from './slot';
import { following, reason } from './following';

/** Slot rows on the form of a new event; blank ones are left out. */
export const slotRows = 6;

const chosenKind = v.pipe(
	v.string('event-kind-missing'),
	v.transform((value) => kindChoices.find((choice) => choice.value === value) ?? null),
	v.check((choice) => choice !== null, 'event-kind-missing')
);

const words = {
	id,
	unitId,
	kind: chosenKind,
	title: publicText('title-missing', 60),
	place: publicText('place-missing', 80),
	description: optionalPublicText(1000),
	partner: optionalPublicText(80),
	contactPhone: phone,
	letsPass: ticked,
	/** Null: no call is needed. */
	confirmHours: optionalInteger(1, mostConfirmHours)
};

type ChosenKind = { kind: { kind: EventKind; topic: EventTopic | null } | null };

const withTopic = <T extends ChosenKind>({ kind, ...rest }: T) => ({
	...rest,
	kind: kind!.kind,
	topic: kind!.topic as string | null
});

/** What an event says of itself, without its slots; `reason` for another place. */
export const editEventForm = v.pipe(v.object({ ...words, following, reason }), v.transform(withTopic));

/** A new event with up to `slotRows` slots, in fields named `slots.0.on`, `slots.0.startsAt` … */
export const newEventForm = v.pipe(
	v.record(v.string(), v.string()),
	v.transform(gatherSlots),
	v.object({
		...words,
		slots: v.pipe(
			v.record(v.string(), newSlotForm),
			v.transform((rows) => Object.values(rows)),
			v.minLength(1, 'slots-missing')
		)
	}),
	v.transform(withTopic)
);

/** `slots.2.on` and its neighbours as rows under their own numbers, so that an error stays at its row; blank rows go. */
function gatherSlots(values: Record<string, string>): Record<string, unknown> {
	const rows: Record<string, Record<string, string>> = {};
	for (const [name, value] of Object.entries(values)) {
		const [, row, field] = /^slots\.(\d)\.(\w+)$/.exec(name) ?? [];
		if (row && field) (rows[row] ??= {})[field] = value;
	}
	const filled = Object.entries(rows).filter(([, { id: _, ...typed }]) =>
		Object.values(typed).some((text) => text.trim())
	);
	return { ...values, slots: Object.fromEntries(filled) };
}
