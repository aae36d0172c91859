import { statusOf, type SignupStatus } from '../../../src/lib/domain/signups/signup';
import { decideGrant, decidePromotions } from '../../../src/lib/domain/signups/waitlist';

export interface ModelParty {
	id: string;
	party: number;
	status: SignupStatus;
	granted: number;
	acceptsSome: boolean;
}

/** What an act came to: the parties it moved up, or every refusal that would be right (the database may name any of them). */
export type ModelAnswer = { promoted: string[] } | { refusals: string[] };

/** One slot as the domain's rules alone have it, against which the database is held. */
export class SlotModel {
	/** In order of arrival. */
	readonly parties: ModelParty[] = [];
	/** The ids of all who came, in the order of the line: that of arrival until a cadre moves one. */
	private line: string[] = [];

	constructor(
		public capacity: number | null,
		public letsPass: boolean
	) {}

	get taken(): number {
		return this.parties.reduce((sum, { granted }) => sum + granted, 0);
	}

	/** The ids of all in the order of the line, those with a place and those withdrawn too. */
	get order(): readonly string[] {
		return this.line;
	}

	get waiting(): ModelParty[] {
		return this.line.map((id) => this.get(id)).filter(({ status }) => status === 'waitlisted');
	}

	come(id: string, party: number, acceptsSome: boolean): ModelAnswer {
		if (this.isLargerThanSlot(party)) return { refusals: ['party-larger-than-slot'] };
		const granted = decideGrant(this, this.waiting.length, { people: party, acceptsSome });
		this.parties.push({ id, party, acceptsSome, granted, status: statusOf(party, granted) });
		this.line.push(id);
		return { promoted: [] };
	}

	leave(id: string): ModelAnswer {
		Object.assign(this.get(id), { status: 'withdrawn', granted: 0 });
		return { promoted: this.promote() };
	}

	resize(id: string, party: number, acceptsSome: boolean): ModelAnswer {
		const own = this.get(id);
		const isConfirmed = own.status === 'confirmed';
		const granted = isConfirmed ? party : Math.min(own.granted, party);
		const grows = isConfirmed && party > own.party;
		const fits = this.capacity === null || this.taken - own.granted + granted <= this.capacity;
		const refusals = [
			...(own.status === 'withdrawn' ? ['signup-withdrawn'] : []),
			...(this.isLargerThanSlot(party) ? ['party-larger-than-slot'] : []),
			...(grows && this.waiting.length > 0 && !this.letsPass ? ['others-are-waiting'] : []),
			...(grows && !fits ? ['slot-full'] : []),
			...(granted > 0 && granted < party && !acceptsSome ? ['some-placed-already'] : [])
		];
		if (refusals.length > 0) return { refusals };
		Object.assign(own, { party, acceptsSome, granted, status: statusOf(party, granted) });
		return { promoted: this.promote() };
	}

	/** To the `to`-th place among those who wait. */
	move(id: string, to: number): ModelAnswer {
		if (this.get(id).status !== 'waitlisted') return { refusals: ['signup-not-waiting'] };
		const others = this.waiting.filter((party) => party.id !== id);
		const next = others[to - 1]?.id;
		this.line = this.line.filter((one) => one !== id);
		this.line.splice(next ? this.line.indexOf(next) : this.line.length, 0, id);
		return { promoted: this.promote() };
	}

	setCapacity(capacity: number | null): ModelAnswer {
		const isBelow = (people: number) => capacity !== null && capacity < people;
		if (isBelow(this.taken)) return { refusals: ['capacity-below-taken'] };
		if (isBelow(Math.max(...this.waiting.map(({ party }) => party)))) return { refusals: ['capacity-below-waiting'] };
		this.capacity = capacity;
		return { promoted: this.promote() };
	}

	private get(id: string): ModelParty {
		return this.parties.find((party) => party.id === id)!;
	}

	private isLargerThanSlot(party: number): boolean {
		return this.capacity !== null && party > this.capacity;
	}

	private promote(): string[] {
		const line = this.waiting.map(({ id, party, granted, acceptsSome }) => ({
			id,
			acceptsSome,
			people: party - granted
		}));
		const promoted = decidePromotions(this, line);
		for (const { id, people } of promoted) {
			const party = this.get(id);
			party.granted += people;
			party.status = statusOf(party.party, party.granted);
		}
		return promoted.map(({ id }) => id);
	}
}
