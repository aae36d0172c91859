import { timingSafeEqual } from 'node:crypto';
import { isDate } from '$lib/domain/calendar/calendar';
import { standardIds, type StandardId } from '$lib/domain/blood/donation-standard';
import type { Keys } from '../keys';

/** How long a person may take to fill in the sign-up after the self-check, in ms. */
const checkHoldsMs = 2 * 3_600_000;

/** The outcome of a self-check: all of it that outlives the request it was made in. */
export interface DonorCheck {
	outcome: 'eligible' | 'ask-station';
	standard: StandardId;
	/** The day for which it was decided: YYYY-MM-DD. */
	on: string;
}

/** The outcome, signed, as a form carries it to the sign-up within two hours. `now` in ms, UTC. */
export function makeCheckToken(keys: Keys, { outcome, standard, on }: DonorCheck, now: number): string {
	const text = [outcome, standard, on, now + checkHoldsMs].join('.');
	return `${text}.${keys.sign(`check:${text}`)}`;
}

/** The outcome in a token of ours that still holds at `now`; null for every other text. */
export function readCheckToken(keys: Keys, token: string, now: number): DonorCheck | null {
	const [, text = '', signature = ''] = /^([\w.-]{1,80})\.([\w-]{43})$/.exec(token) ?? [];
	const own = keys.sign(`check:${text}`);
	if (signature.length !== own.length || !timingSafeEqual(Buffer.from(signature), Buffer.from(own))) return null;
	const [outcome, id, on = '', until] = text.split('.');
	const standard = standardIds.find((known) => known === id);
	if ((outcome !== 'eligible' && outcome !== 'ask-station') || !standard || !isDate(on)) return null;
	return Number(until) > now ? { outcome, standard, on } : null;
}
