import { solve, type Model } from 'yalps';

/** What a reader knows of whole numbers from 0 that are not published: what some of them come to. */
export interface Fact {
	/** The places of the unknown numbers. */
	of: readonly number[];
	least: number;
	/** Infinity where nothing is known. */
	most: number;
}

export const exactly = (of: readonly number[], value: number): Fact => ({ of, least: value, most: value });

/** A sum of unknown numbers that is asked for. */
export interface Asked {
	of: readonly number[];
}

/** Unknown numbers that are part of the same facts: what one of them can be, each of them can be. */
interface Likes {
	facts: readonly number[];
	places: number[];
}

const objective = -1;

/** Answers what some of the unknown numbers may come to, for a reader who puts all facts together (an integer program). */
export class Attacker {
	readonly #constraints: Map<number, { min: number; max?: number }>;
	readonly #likes: Likes[];
	readonly #likesOf: number[] = [];

	constructor(unknowns: number, facts: readonly Fact[]) {
		this.#constraints = new Map(
			facts.map(({ least, most }, at) => [at, most === Infinity ? { min: least } : { min: least, max: most }])
		);
		const factsOf = Array.from({ length: unknowns }, (): number[] => []);
		for (const [at, { of }] of facts.entries()) for (const place of of) factsOf[place]!.push(at);
		const likes = new Map<string, Likes>();
		for (const [place, of] of factsOf.entries()) {
			const found = likes.get(of.join()) ?? { facts: of, places: [] };
			found.places.push(place);
			likes.set(of.join(), found);
		}
		this.#likes = [...likes.values()];
		for (const [at, { places }] of this.#likes.entries()) for (const place of places) this.#likesOf[place] = at;
	}

	/** Infinity where it has no bound. */
	greatest = (of: readonly number[]): number => this.#solve('maximize', of).bound;
	least = (of: readonly number[]): number => this.#solve('minimize', of).bound;

	/** Those of the sums that a reader knows to be less than a number: no table that agrees with all facts has so much there. */
	knownBelow<Sum extends Asked>(number: number, sums: readonly Sum[]): Sum[] {
		const isBelow = (table: Table) => (sum: Sum) => this.#most(table, sum.of) < number;
		const known: Sum[] = [];
		for (let open = [...sums]; open.length > 0;) {
			// One table with much in all that are open shows it of some of them. Where it does not, one of them is asked for alone.
			const { table } = this.#solve('maximize', [...new Set(open.flatMap(({ of }) => of))], false);
			const rest = open.filter(isBelow(table));
			if (rest.length < open.length) open = rest;
			else {
				const [next, ...others] = open as [Sum, ...Sum[]];
				const alone = this.#solve('maximize', next.of);
				if (alone.bound < number) known.push(next);
				open = others.filter(isBelow(alone.table));
			}
		}
		return known;
	}

	/** What a sum comes to in a table at most, as each of the numbers of the same facts may have all of them. */
	#most(table: Table, of: readonly number[]): number {
		let sum = 0;
		for (const likes of new Set(of.map((place) => this.#likesOf[place]!))) sum += table.get(likes) ?? 0;
		return sum;
	}

	/** The bound of a sum, and a table of whole numbers where it is met. Without `integers` the table may be empty, but is found fast. */
	#solve(direction: 'maximize' | 'minimize', of: readonly number[], integers = true): { bound: number; table: Table } {
		const asked = new Set(of.map((place) => this.#likesOf[place]!));
		const variables = this.#likes.map(({ facts }, at): Variable => {
			const sums = facts.map((fact): [number, number] => [fact, 1]);
			return [at, asked.has(at) ? [...sums, [objective, 1]] : sums];
		});
		if (direction === 'minimize') variables.push(...this.#besides(asked, of));
		const model: Model<number, number> = { direction, objective, constraints: this.#constraints, variables, integers };
		const { status, result, variables: found } = solve(model, { timeout: 20_000 });
		if (status !== 'optimal' && status !== 'unbounded') throw new Error(`The facts contradict each other: ${status}`);
		const isWhole = found.every(([, value]) => Math.abs(value - Math.round(value)) < 1e-6);
		return {
			bound: status === 'unbounded' ? Infinity : Math.round(result),
			table: new Map(isWhole ? found.map(([at, value]) => [at, Math.round(value)]) : [])
		};
	}

	/** Numbers that have the same facts as some that are asked for, but are not: they may take all from these. */
	#besides(asked: ReadonlySet<number>, of: readonly number[]): Variable[] {
		return [...asked]
			.filter((at) => !this.#likes[at]!.places.every((place) => of.includes(place)))
			.map((at) => [-1 - at, this.#likes[at]!.facts.map((fact) => [fact, 1])]);
	}
}

/** What unknown numbers of the same facts come to together. */
type Table = ReadonlyMap<number, number>;
type Variable = [number, [number, number][]];
