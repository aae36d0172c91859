/** Asked for so often within a second, a page is in a rush. */
const rushAsks = 10;

/** That second. Milliseconds. */
export const rushMs = 1000;

/** The asks of so many keys are remembered; with one more, all are forgotten and counted anew. */
const mostKeys = 1000;

/** Tells which keys are asked for in a rush. `now` is ms, UTC. */
export function createRush(now: () => number) {
	const asks = new Map<string, number[]>();
	return {
		/** Notes that a key is asked for. */
		note(key: string): void {
			if (asks.size >= mostKeys && !asks.has(key)) asks.clear();
			const last = asks.get(key) ?? [];
			last.push(now());
			if (last.length > rushAsks) last.shift();
			asks.set(key, last);
		},
		/** Whether it was asked for ten times within the last second. */
		isOn(key: string): boolean {
			const last = asks.get(key) ?? [];
			const [tenth = 0] = last;
			return last.length === rushAsks && Math.abs(now() - tenth) < rushMs;
		}
	};
}
