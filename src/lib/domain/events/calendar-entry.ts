/** An event as a calendar program keeps it (.ics), in words. Instants in ms, UTC. */
export interface CalendarEntry {
	/** The event's id: the same entry for ever. */
	id: string;
	/** Grows with every change, so that programs take the newer one. */
	sequence: number;
	modifiedAt: number;
	startsAt: number;
	endsAt: number;
	title: string;
	place: string;
	description: string;
	url: string;
	isCancelled: boolean;
}
