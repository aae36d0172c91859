/** What a row tells of a shift. */
export interface ShiftRow {
	eventId: string;
	duty: string;
	title: string;
	place: string;
	startsAt: number;
	endsAt: number;
}
