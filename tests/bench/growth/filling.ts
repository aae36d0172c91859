import type { Keys } from '../../../src/lib/server/keys';
import { dateOf } from '../../../src/lib/domain/calendar/calendar';
import { fillUnits, type Units } from './fill-units';
import type { Rows } from './rows';

const dayMs = 24 * 3600 * 1000;

/** Ten years. */
const days = 3650;

/** What all who fill the town need: its file, keys and units, and what every record has. */
export class Filling {
	/** Midnight of today, UTC: eight in the morning of the town. */
	readonly today = Math.floor(Date.now() / dayMs) * dayMs;
	readonly units: Units;
	private made = 0;

	constructor(
		readonly rows: Rows,
		readonly keys: Keys,
		villages: number
	) {
		this.units = fillUnits(rows, villages, () => this.id(Date.UTC(2000, 0, 1)));
	}

	/** The morning of record `nth` of `all`, evenly over `span` days (ten years) until `ahead` days from now. Milliseconds, UTC. */
	morning(nth: number, all: number, ahead = 0, span = days): number {
		return this.today + (Math.floor((nth * span) / all) - span + ahead) * dayMs;
	}

	/** Days from a date (YYYY-MM-DD) until today. */
	daysSince(date: string): number {
		return Math.floor((this.today - Date.parse(date)) / dayMs);
	}

	/** A UUIDv7 of an instant. */
	id(at: number): string {
		const [time, nth] = [at.toString(16).padStart(12, '0'), (this.made++).toString(16).padStart(15, '0')];
		return `${time.slice(0, 8)}-${time.slice(8)}-7${nth.slice(0, 3)}-8${nth.slice(3, 6)}-${nth.slice(3)}`;
	}

	/** A person with a telephone of their own, sealed for the record `id`; `room`: the table, as its fields are named when sealed. */
	person(room: string, id: string, names: readonly [name: string, phone: string] = ['name', 'phone']) {
		const phone = `136${String(this.made % 100_000_000).padStart(8, '0')}`;
		return {
			nameSealed: this.keys.seal('试名乙', `${room}.${names[0]}`, id),
			phoneSealed: this.keys.seal(phone, `${room}.${names[1]}`, id),
			phoneIndex: this.keys.blindIndex(phone)
		};
	}

	/** The entry of an act in the audit trail. `id`: the record's own where the act made it. */
	enter(verb: string, type: string, subjectId: string, unitId: string, at: number, id = this.id(at)): void {
		const row = { id, at, actor_kind: 'account', actor_id: this.units.accounts[0]!, verb };
		this.rows.add('audit_entries', {
			...row,
			subject_type: type,
			subject_id: subjectId,
			unit_id: unitId,
			detail: '{}'
		});
	}
}

/** YYYY-MM-DD of the town. */
export const on = (at: number) => dateOf(at);

export const later = (at: number, days: number) => at + days * dayMs;

/** One of a list, spread by a prime so that kinds, units and days do not go in step. */
export const pick = <T>(list: readonly T[], nth: number): T => list[(nth * 104_729) % list.length]!;
