import type { Context } from '$lib/server/context';
import type { EventRecord } from '$lib/server/db/events/events';
import { listSignupsOfSlot } from '$lib/server/db/signups/signup-lists';
import { nameText, phoneText } from '$lib/ui/people/person-words';

/** The slots of an event with everyone in force on their lists, in order of arrival; names and phones masked unless `inFull`. */
export async function openLists(ctx: Context, slots: EventRecord['slots'], { inFull }: { inFull: boolean }) {
	return Promise.all(
		slots.map(async (slot) => ({
			...slot,
			signups: (await listSignupsOfSlot(ctx.db, slot.id)).map(({ nameSealed, phoneSealed, ...signup }) => ({
				...signup,
				name: nameText(ctx.keys.open(nameSealed, 'signups.name', signup.id), inFull),
				phone: phoneText(phoneSealed && ctx.keys.open(phoneSealed, 'signups.phone', signup.id), inFull)
			}))
		}))
	);
}
