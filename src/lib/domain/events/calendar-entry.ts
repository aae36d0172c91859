/** A day of an event, or one's own slot, as a calendar program keeps it (.ics), in words. Instants in ms, UTC. */
export interface CalendarEntry {
	/** The same for ever, whatever changes. */
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
