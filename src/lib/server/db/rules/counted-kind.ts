/** A table whose rows change a count. In all SQL of it the row that was added, changed or deleted is `@`. */
export type Cause = CauseActs & (CauseOfDay | CauseOfDays);

interface CauseActs {
	table: string;
	/** The acts on a row that matter; an update only of these columns, never without them. */
	insert?: false;
	update?: readonly string[];
	delete?: false;
	/** Only for such rows; of an update, before or afterwards. */
	when?: string;
}

/** The unit and the day whose count changes: the day is counted anew. */
interface CauseOfDay {
	unit: string;
	day: string;
}

/** A query of all units and days whose count changes, where a row may change several. */
interface CauseOfDays {
	days: string;
}

/** A kind of record that figures count: the view of what counts, and the tables that change it. All of it is SQL. */
export interface CountedKind {
	/** Its name: the view is `counted_<measure>`, the figures ask for it by this name. */
	measure: string;
	from: string;
	where?: string;
	unit: string;
	/** The town's date, YYYY-MM-DD. */
	day: string;
	kind: string;
	topic?: string;
	/** What a list of records shows: the type of the record, its id, and the id of the record that its page is about. */
	type: string;
	record: string;
	subject?: string;
	title?: string;
	/** What one record adds; 1 without. */
	adds?: string;
	causes: readonly Cause[];
}

/** A change that is noted when it falls into a closed period. All of it is SQL: `c` is the closing, the row is NEW or OLD. */
export interface LateKind {
	/** The trigger is `late_<name>`. */
	name: string;
	table: string;
	/** The act: an update only of these columns. */
	on: 'INSERT' | 'DELETE' | readonly string[];
	/** The record that came late, its day, and the units whose closings it concerns. */
	type: 'banquet' | 'dissuasion' | 'activity' | 'case' | 'event' | 'birthday-list' | 'pledge' | 'grid' | 'grid-member';
	record: string;
	day: string;
	units: string;
	change: 'added' | 'changed' | 'removed' | 'removed or changed';
	/** The record's table, where the row is not the record itself. */
	from?: string;
	where: readonly string[];
}

/** The records of a noun: what of them figures count by day, and what is noted when it comes late. */
export interface CountedRecords {
	counts: readonly CountedKind[];
	late: readonly LateKind[];
}
