/** The demo's chance: the same throws every time, so that two installations show the same town. */
export interface Dice {
	/** 0 ≤ x < 1 */
	throw(): number;
	/** A whole number, both ends included. */
	between(least: number, most: number): number;
	pick<T>(from: readonly T[]): T;
	/** A new, shuffled array. */
	shuffle<T>(items: readonly T[]): T[];
	bytes(count: number): Uint8Array;
}

/** Dice that fall the same way for the same seed (mulberry32). */
export function createDice(seed: number): Dice {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let x = Math.imul(state ^ (state >>> 15), state | 1);
		x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
		return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
	};
	const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
	return {
		throw: next,
		between,
		pick: (from) => from[between(0, from.length - 1)]!,
		shuffle(items) {
			const shuffled = [...items];
			for (let i = shuffled.length - 1; i > 0; i--) {
				const j = between(0, i);
				[shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
			}
			return shuffled;
		},
		bytes: (count) => Uint8Array.from({ length: count }, () => between(0, 255))
	};
}
