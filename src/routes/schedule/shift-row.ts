/** What a row tells of a shift. */
export interface Told {
	eventId: string;
	duty: string;
	title: string;
	place: string;
	startsAt: number;
	endsAt: number;
}
