/** A value that is read when it is asked for, and kept for a while. */
interface Kept<T> {
	/** The value at `now` (ms, UTC). All who ask while it is read wait for the same reading. */
	get(now: number): Promise<T>;
	/** What was read so far, and what is being read, is not given out again. */
	forget(): void;
}

/** Keeps what `read` gives for `ms` milliseconds. Null and what failed are not kept: the next who asks reads again. */
export function keep<T>(ms: number, read: () => Promise<T>): Kept<T> {
	let kept: { at: number; value: Promise<T> } | null = null;
	return {
		get(now) {
			if (kept && now >= kept.at && now < kept.at + ms) return kept.value;
			const reading = { at: now, value: read() };
			const drop = () => void (kept === reading && (kept = null));
			reading.value.then((value) => value === null && drop(), drop);
			kept = reading;
			return reading.value;
		},
		forget: () => void (kept = null)
	};
}

/** The same of many values, each under its key: plain data. Beyond `most` of them all are let go. */
export function keepEach<Key, T>(ms: number, most: number, read: (key: Key) => Promise<T>) {
	const kept = new Map<string, Kept<T>>();
	return {
		get(key: Key, now: number): Promise<T> {
			const name = JSON.stringify(key);
			const known = kept.get(name);
			if (known) return known.get(now);
			if (kept.size >= most) kept.clear();
			const added = keep(ms, () => read(key));
			kept.set(name, added);
			return added.get(now);
		},
		forget: () => kept.clear()
	};
}
