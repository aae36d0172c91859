import * as v from 'valibot';
import { ageKinds } from '$lib/domain/birthdays/invited-ages';
import { cadences } from '$lib/domain/birthdays/birthday-window';
import { calendars, mostCompanions } from '$lib/domain/birthdays/elder';
import { callOutcomesOfInvitation, invitationResults } from '$lib/domain/birthdays/invitation';
import { mostTables, seatsRange } from '$lib/domain/birthdays/seating';
import { date, id, integer, integerOrZero, optionalInteger, phone, publicText, ticked, unitId } from '../fields';
import { checkSpan, typedSpan, withInstants } from '../span';

const seats = integer(seatsRange.least, seatsRange.most);
/** Yuan. */
const pricePerTable = optionalInteger(1, 99_999);

/** A village's series: from which age, how often, by which calendar. */
export const birthdaySeriesForm = v.object({
	id,
	unitId,
	threshold: integer(50, 100),
	ageKind: v.picklist(ageKinds, 'age-kind-missing'),
	cadence: v.picklist(cadences, 'cadence-missing'),
	calendar: v.picklist(calendars, 'calendar-missing'),
	fromOn: date
});

export const birthdaySeriesEndForm = v.object({ id, seriesId: id, endsOn: date });

/** The window a banquet is for. */
const windowEntries = { seriesId: id, year: integer(1900, 2100), firstMonth: integer(1, 12) };

/** A banquet made from a proposal. */
export const planBanquetForm = v.pipe(
	v.object({
		id,
		...windowEntries,
		title: publicText('title-missing', 40),
		place: publicText('place-missing', 60),
		contactPhone: phone,
		...typedSpan,
		seats,
		pricePerTable
	}),
	v.rawCheck((form) => checkSpan(form)),
	v.transform((form) => withInstants(form))
);

/** The list of an event that is there already; the window is chosen as `<series>:<year>:<first month>`. */
export const openListForm = v.pipe(
	v.object({
		id,
		window: v.pipe(v.string('window-missing'), v.regex(/^[0-9a-f-]{36}:\d{4}:\d{1,2}$/, 'window-missing')),
		seats,
		pricePerTable
	}),
	v.transform(({ window, ...form }) => {
		const [seriesId = '', year, firstMonth] = window.split(':');
		return { ...form, seriesId, year: Number(year), firstMonth: Number(firstMonth) };
	})
);

export const tablesForm = v.object({ id, seats, pricePerTable });

/** A button alone. */
export const actForm = v.object({ id });

/** A call about an invitation: which button was pressed, and with "coming" how many come along and whether to fetch them. */
export const invitationCallForm = v.object({
	id,
	invitationId: id,
	outcome: v.picklist(callOutcomesOfInvitation, 'call-outcome-missing'),
	companions: integerOrZero(mostCompanions),
	needsTransport: ticked
});

export const inviteForm = v.object({ id, elderId: v.pipe(v.string('elder-missing'), v.uuid('elder-missing')) });

export const seatForm = v.object({ id, invitationId: id, table: integer(1, mostTables) });

/** The result of each invitation in `result.<invitation>`; a choice left alone is not sent. */
export const resultsForm = v.pipe(
	v.looseObject({ id }),
	v.transform((form) => ({
		id: form.id,
		results: Object.entries(form).flatMap(([name, value]) => {
			const [, invitationId] = /^result\.([0-9a-f-]{36})$/.exec(name) ?? [];
			const result = invitationResults.find((known) => known === value);
			return invitationId && result ? [{ invitationId, result }] : [];
		})
	}))
);

/** What the town supposes about private birthday banquets, from a day on. */
export const suppositionForm = v.object({
	id,
	unitId,
	fromOn: date,
	sharePercent: integer(0, 100),
	tablesEach: integer(1, 99)
});
