/** What stands in a personal field whose time is up; opened, it is empty. */
export const erasedMark = 'erased';

const day = 24 * 3600 * 1000;

/** The instant (ms, UTC) of which it holds: personal fields of sign-ups for slots that ended before it are due to be erased. */
export function erasureDueBefore(now: number, retentionDays: number): number {
	return now - retentionDays * day;
}
