import * as v from 'valibot';
import { mostEvery, mostTimes, repeatRules } from '$lib/domain/events/series';
import { eventKinds, isTopicOf, topicsOf, type EventKind, type EventTopic } from '$lib/domain/events/event';
import { date, id, integer, optionalInteger, optionalText, phone, text, ticked, unitId } from '../fields';
import { endsAfterStart, typedSpan, withInstants } from '../span';

/** Slot rows on the form of a new event; blank ones are left out. */
export const slotRows = 6;

/** Kind and topic are chosen as one: `lecture/health`, or the kind alone where it has no topics. */
export const kindChoices = eventKinds.flatMap(
	(kind): { value: string; kind: EventKind; topic: EventTopic | null }[] => {
		const topics = topicsOf(kind);
		return topics.length
			? topics.map((topic) => ({ value: `${kind}/${topic}`, kind, topic }))
			: [{ value: kind, kind, topic: null }];
	}
);

/** The value of the choice for a kind and topic. */
export const kindChoice = (kind: EventKind, topic: string | null) =>
	isTopicOf(kind, topic) && topic !== null ? `${kind}/${topic}` : kind;

const chosenKind = v.pipe(
	v.string('event-kind-missing'),
	v.transform((value) => kindChoices.find((choice) => choice.value === value) ?? null),
	v.check((choice) => choice !== null, 'event-kind-missing')
);

const words = {
	id,
	unitId,
	kind: chosenKind,
	title: text('title-missing', 60),
	place: text('place-missing', 80),
	description: optionalText(1000),
	partner: optionalText(80),
	contactPhone: phone,
	letsPass: ticked
};

type ChosenKind = { kind: { kind: EventKind; topic: EventTopic | null } | null };

const withTopic = <T extends ChosenKind>({ kind, ...rest }: T) => ({
	...rest,
	kind: kind!.kind,
	topic: kind!.topic as string | null
});

const capacity = optionalInteger(1, 9999);
const slot = v.pipe(
	v.object({ id, ...typedSpan, capacity }),
	v.forward(
		v.check((form) => endsAfterStart(form), 'end-before-start'),
		['endsAt']
	),
	v.transform((form) => withInstants(form))
);

/** Whether the act is on all that follow in the series as well; alone when the form does not ask. */
const following = v.pipe(
	v.optional(v.string(), ''),
	v.transform((chosen) => chosen === 'following')
);
const reason = optionalText(200);

/** What an event says of itself, without its slots; `reason` for another place. */
export const editEventForm = v.pipe(v.object({ ...words, following, reason }), v.transform(withTopic));

/** A new event with up to `slotRows` slots, in fields named `slots.0.on`, `slots.0.startsAt` … */
export const newEventForm = v.pipe(
	v.record(v.string(), v.string()),
	v.transform(gatherSlots),
	v.object({
		...words,
		slots: v.pipe(
			v.record(v.string(), slot),
			v.transform((rows) => Object.values(rows)),
			v.minLength(1, 'slots-missing')
		)
	}),
	v.transform(withTopic)
);

export const newSlotForm = slot;
export const editSlotForm = v.pipe(
	v.object({ id, slotId: id, ...typedSpan, capacity, following, reason, movesShifts: ticked }),
	v.forward(
		v.check((form) => endsAfterStart(form), 'end-before-start'),
		['endsAt']
	),
	v.transform((form) => withInstants(form))
);
export const removeSlotForm = v.object({ id, slotId: id });
export const publicationForm = v.object({ id, following });
export const cancellationForm = v.object({ id, following, reason: text('reason-missing', 200) });
export const copyForm = v.object({ id, on: date });

const repeat = {
	rule: v.picklist(repeatRules, 'repeat-rule-missing'),
	every: integer(1, mostEvery),
	times: integer(1, mostTimes)
};

/** How an event shall repeat: to look at the dates, and with an id to make them. */
export const repeatPreview = v.object(repeat);
export const repeatForm = v.object({ id, ...repeat });

/** Donors and millilitres at blood drives alone: the verb asks for them. */
export const completionForm = v.object({
	id,
	attended: integer(0, 99_999),
	donors: optionalInteger(0, 99_999),
	millilitres: optionalInteger(0, 9_999_999),
	note: optionalText(500)
});

/** The same for an event where people were checked in: it asks only for those who were not. */
export const tickedCompletionForm = v.object({
	...completionForm.entries,
	attended: v.pipe(
		v.unknown(),
		v.transform(() => null)
	),
	unticked: optionalInteger(0, 99_999)
});

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
