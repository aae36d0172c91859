const hour = 3_600_000;

/** A session ends after so long without a request (MLPS: session time-out), in ms. */
export const sessionIdleMs = 12 * hour;

/** It ends after so long in any case, in ms. */
export const sessionLongestMs = 7 * 24 * hour;

/** Until when (ms, UTC) a session that began at `startedAt` lasts, being used at `now`. */
export function sessionEnd(startedAt: number, now: number): number {
	return Math.min(now + sessionIdleMs, startedAt + sessionLongestMs);
}
