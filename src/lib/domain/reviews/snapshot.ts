/** What a snapshot keeps of a record: nothing personal. `counts`: what it adds to the figure. */
export interface CountedRecord {
	type: string;
	id: string;
	on: string;
	counts: number;
}

/** The records of the text that is hashed: a line each, type, id, day and count parted by tabs (server/db/reviews/closings). */
export function readRecordList(list: string): CountedRecord[] {
	return list.split('\n').flatMap((line) => {
		const [type, id, on, counts] = line.split('\t');
		return type && id && on !== undefined ? { type, id, on, counts: Number(counts) } : [];
	});
}

export interface RecordChanges {
	came: CountedRecord[];
	went: CountedRecord[];
	changed: { before: CountedRecord; after: CountedRecord }[];
}

/** Which records came, went, or count otherwise than before. */
export function compareRecords(before: readonly CountedRecord[], after: readonly CountedRecord[]): RecordChanges {
	const key = ({ type, id }: CountedRecord) => `${type} ${id}`;
	const was = new Map(before.map((record) => [key(record), record]));
	const is = new Map(after.map((record) => [key(record), record]));
	return {
		came: after.filter((record) => !was.has(key(record))),
		went: before.filter((record) => !is.has(key(record))),
		changed: before.flatMap((record) => {
			const now = is.get(key(record));
			return now && (now.on !== record.on || now.counts !== record.counts) ? { before: record, after: now } : [];
		})
	};
}

/** A figure of a snapshot; hashes are SHA-256 in hex. */
export interface SnapshotFigure {
	figure: string;
	value: number | null;
	previous: number | null;
	recordCount: number;
	listHash: string;
	/** JSON: unit, source and wording of the definition as it was. */
	definition: string;
}

export interface SnapshotHead {
	unitId: string;
	number: number;
	fromOn: string;
	toOn: string;
	reason: string;
	/** Hash of all definitions. */
	definitions: string;
	/** Hash of the unit's snapshot before; '' for its first. */
	previousHash: string;
	at: number;
	byId: string | null;
}

/** The definitions as the text that is hashed. */
export const writeDefinitions = (figures: readonly Pick<SnapshotFigure, 'figure' | 'definition'>[]): string =>
	inOrder(figures)
		.map(({ figure, definition }) => `${figure}\t${definition}\n`)
		.join('');

/** A snapshot as the text that is hashed: everything it says, and through `previousHash` everything said before. */
export function writeSnapshot(head: SnapshotHead, figures: readonly SnapshotFigure[]): string {
	const { unitId, number, fromOn, toOn, reason, definitions, previousHash, at, byId } = head;
	return JSON.stringify([
		[unitId, number, fromOn, toOn, reason, definitions, previousHash, at, byId],
		inOrder(figures).map(({ figure, value, previous, recordCount, listHash }) => [
			figure,
			value,
			previous,
			recordCount,
			listHash
		])
	]);
}

const inOrder = <F extends { figure: string }>(figures: readonly F[]): F[] =>
	[...figures].sort((one, other) => (one.figure < other.figure ? -1 : 1));
