import { openDatabase } from '../../../src/lib/server/db/client';
import { signUp } from '../../../src/lib/server/signups/signups';
import { newTown } from '../new-town';

/** What the app process of `killed-process.test.ts` is told: sign people up until it is killed. */
export interface Rush {
	url: string;
	dataKey: number[];
	now: number;
	slotId: string;
	villageId: string;
	/** The first digits of the phones, unlike those of any other process. */
	phones: string;
}

/** What it says of each: `acknowledged` was answered with success, `refused` was not. */
export interface Answered {
	id: string;
	is: 'acknowledged' | 'refused';
}

process.once('message', (rush: Rush) => void signUpForEver(rush));

async function signUpForEver(rush: Rush): Promise<void> {
	const db = await openDatabase(rush.url);
	const actor = { kind: 'visitor', slips: { includes: () => true } } as const;
	const ctx = { ...newTown(db, Uint8Array.from(rush.dataKey)), actor, now: () => rush.now };
	let nth = 0;
	const lane = async () => {
		for (;;) {
			// Every fifth has the phone of one before it, and is refused.
			const number = ++nth % 5 === 0 ? nth - 4 : nth;
			const id = ctx.newId();
			const phone = rush.phones + String(number).padStart(11 - rush.phones.length, '0');
			const person = { id, slotId: rush.slotId, name: '试名乙', phone, villageId: rush.villageId, partySize: 1 };
			const answer = await signUp(ctx, person);
			process.send!({ id, is: answer.ok ? 'acknowledged' : 'refused' } satisfies Answered);
		}
	};
	await Promise.all(Array.from({ length: 20 }, lane));
}
