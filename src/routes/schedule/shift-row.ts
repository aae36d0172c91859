/** What a row shows of a shift. */
export interface ShiftRow {
	eventId: string;
	duty: string;
	title: string;
	place: string;
	startsAt: number;
	endsAt: number;
}
