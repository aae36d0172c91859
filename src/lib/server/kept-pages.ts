import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { createRush, rushMs } from './rush';

const encoders = {
	br: (body: Uint8Array) =>
		promisify(brotliCompress)(body, {
			params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
		}),
	gzip: (body: Uint8Array) => promisify(gzip)(body)
};

/** How a page may be packed for the way. */
export type Encoding = keyof typeof encoders;

/** A page as it was answered once, for all who ask for the same. */
export class KeptPage {
	readonly #packed = new Map<Encoding, Promise<Uint8Array>>();
	readonly #ready = new Map<Encoding, Uint8Array>();
	#text: string | null;
	#body: Buffer | undefined;
	/** Bytes that it takes, about: its text, or else its body, and what that is packed to. */
	readonly size: number;

	constructor(
		readonly headers: [string, string][],
		html: string
	) {
		this.#text = html;
		this.size = html.length * 3;
	}

	/** Made of the text when it is asked for, since many a page is asked for once; the text, which takes more memory, goes then. */
	get body(): Buffer {
		this.#body ??= Buffer.from(this.#text!);
		this.#text = null;
		return this.#body;
	}

	/** The body, packed once for each encoding that is asked for. */
	bodyIn(encoding: Encoding | null): Uint8Array | Promise<Uint8Array> {
		if (encoding === null) return this.body;
		let packed = this.#packed.get(encoding);
		if (!packed) {
			packed = encoders[encoding](this.body);
			this.#packed.set(encoding, packed);
			void packed.then((body) => this.#ready.set(encoding, body));
		}
		return packed;
	}

	/** The same where it is at hand. */
	readyIn(encoding: Encoding | null): Uint8Array | undefined {
		return encoding === null ? this.body : this.#ready.get(encoding);
	}

	isSame(other: KeptPage): boolean {
		const isSameText =
			this.#text !== null && other.#text !== null ? this.#text === other.#text : this.body.equals(other.body);
		return isSameText && String(this.headers) === String(other.headers);
	}
}

interface Entry {
	/** Null for an address whose answer is another for each who asks. */
	page: KeptPage | null;
	/** The state of the database that was read, and when (ms, UTC). */
	state: number;
	at: number;
}

/** So many entries and bytes are kept; the oldest go first. All public pages of a town of 400 villages, in both languages and views, take 11 MB. */
const mostEntries = 500;
const mostBytes = 16 * 1024 * 1024;

const minuteMs = 60_000;

/**
 * Keeps whole pages until what they show changes: until anything is written to the database, and at most to the end of the minute, since
 * what depends on the clock changes on the minute. In a rush a page lives for a second, whatever is written. Several who ask at once share one
 * making.
 * `stateOf` is another number after every write; `now` is ms, UTC.
 */
export function createKeptPages({ stateOf, now }: { stateOf(): number; now(): number }) {
	const entries = new Map<string, Entry>();
	const underWay = new Map<string, { state: number; at: number; made: Promise<KeptPage | null> }>();
	const rush = createRush(now);
	let bytes = 0;

	/** Whether what was read at this state and time still holds. */
	function isFresh(key: string, { state, at }: { state: number; at: number }): boolean {
		const age = now() - at;
		if (age < 0 || Math.floor(now() / minuteMs) !== Math.floor(at / minuteMs)) return false;
		return state === stateOf() || (age < rushMs && rush.isOn(key));
	}

	function put(key: string, entry: Entry): void {
		drop(key);
		entries.set(key, entry);
		bytes += sizeOf(entry);
		for (const oldest of entries.keys()) {
			if (entries.size <= mostEntries && bytes <= mostBytes) break;
			drop(oldest);
		}
	}

	function drop(key: string): void {
		const entry = entries.get(key);
		if (entry) bytes -= sizeOf(entry);
		entries.delete(key);
	}

	async function makeNew(key: string, make: () => Promise<KeptPage | null>): Promise<KeptPage | null> {
		// Read before the page is made: what is written meanwhile may not be in it.
		const [state, at] = [stateOf(), now()];
		const made = make();
		underWay.set(key, { state, at, made });
		try {
			const page = await made;
			const former = entries.get(key)?.page;
			put(key, { page: page && former?.isSame(page) ? former : page, state, at });
			return page;
		} finally {
			if (underWay.get(key)?.made === made) underWay.delete(key);
		}
	}

	/** The page that still holds, if there is one; null where there is none to share. */
	function find(key: string): KeptPage | null | undefined {
		const entry = entries.get(key);
		return entry && isFresh(key, entry) ? entry.page : undefined;
	}

	return {
		/** The page that still holds, where it is at hand. Who finds none asks `get`. */
		find(key: string): KeptPage | null | undefined {
			const found = find(key);
			if (found) rush.note(key);
			return found;
		},
		/** The page under `key`, made by `make` when there is none that still holds; null where `make` gives none. */
		async get(key: string, make: () => Promise<KeptPage | null>): Promise<KeptPage | null> {
			rush.note(key);
			const found = find(key);
			if (found !== undefined) return found;
			const shared = underWay.get(key);
			if (shared && isFresh(key, shared)) return shared.made;
			return makeNew(key, make);
		}
	};
}

const sizeOf = ({ page }: Entry) => page?.size ?? 0;
