/** A value that is read when it is asked for, and kept for a while. */
interface Kept<T> {
	/** The value at `now` (ms, UTC). All who ask while it is read wait for the same reading. */
	get(now: number): Promise<T>;
	/** What was read so far, and what is being read, is not given out again. */
	forget(): void;
}

/** How long a value is kept: so many milliseconds at most, and as long as `stateOf` gives the same number. */
interface Life {
	ms: number;
	stateOf(): number;
}

/** Keeps what `read` gives. Null and what failed are not kept: the next who asks reads again. */
export function keep<T>({ ms, stateOf }: Life, read: () => Promise<T>): Kept<T> {
	let kept: { at: number; state: number; value: Promise<T> } | null = null;
	return {
		get(now) {
			if (kept && now >= kept.at && now < kept.at + ms && kept.state === stateOf()) return kept.value;
			// Before the value is read: what is written meanwhile may not be in it.
			const state = stateOf();
			const reading = { at: now, state, value: read() };
			const drop = () => void (kept === reading && (kept = null));
			reading.value.then((value) => value === null && drop(), drop);
			kept = reading;
			return reading.value;
		},
		forget: () => void (kept = null)
	};
}

/** The same of many values, each under its key: plain data. Beyond `most` of them all are let go. */
export function keepEach<Key, T>(life: Life, most: number, read: (key: Key) => Promise<T>) {
	const kept = new Map<string, Kept<T>>();
	return {
		get(key: Key, now: number): Promise<T> {
			const name = JSON.stringify(key);
			const known = kept.get(name);
			if (known) return known.get(now);
			if (kept.size >= most) kept.clear();
			const added = keep(life, () => read(key));
			kept.set(name, added);
			return added.get(now);
		},
		forget: () => kept.clear()
	};
}
