import { addDays } from '../calendar/calendar';

/** The value of a personal field after its erasure. Opening it gives an empty text. */
export const erasedMark = 'erased';

const day = 24 * 3600 * 1000;

/** The instant (ms, UTC) of which it holds: personal fields of sign-ups for slots that ended before it are due to be erased. */
export function erasureDueBefore(now: number, retentionDays: number): number {
	return now - retentionDays * day;
}

/**
 * The town's date (YYYY-MM-DD) before which it holds: elders who died or moved away before it are due to be erased. The roll is kept while
 * they live in the village.
 */
export function departureDueBefore(today: string, retentionDays: number): string {
	return addDays(today, -retentionDays);
}
