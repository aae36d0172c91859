import type { ActivityKind, CheckableKind } from '$lib/domain/activities/activity';
import type { Occasion, Origin, Outcome } from '$lib/domain/banquets/banquet';
import type { DissuasionOutcome } from '$lib/domain/banquets/dissuasion';
import type { BirthDate, Calendar, Diet, Mobility, PhotoConsent, Sex } from '$lib/domain/birthdays/elder';
import type { EventKind, EventState } from '$lib/domain/events/event';
import type { ExportColumn, ExportList } from '$lib/domain/ledgers/export';
import { findFigure, type FigureUnit } from '$lib/domain/figures/figure';
import { isLedger, type LedgerColumn } from '$lib/domain/ledgers/ledger';
import type { Audience } from '$lib/domain/pledges/pledge';
import type { TaskState } from '$lib/domain/targets/task';
import { m } from '$lib/paraglide/messages.js';
import { activityKindWords, ledgerName } from '../activities/activity-words';
import { verbText } from '../audit/audit-words';
import { dissuasionOutcomeWords, occasionWords, originWords, outcomeWords } from '../banquets/banquet-words';
import { calendarWords, dietWords, mobilityWords, photoWords, sexWords } from '../birthdays/elder-words';
import { eventKindWords, eventStateWords, topicText } from '../events/event-words';
import { figureUnitWords, figureWords } from '../figures/figure-words';
import { ledgerColumnWords, ledgerWords } from './ledger-words';
import { audienceWords } from '../pledges/pledge-words';
import { recordTitle, type FigureRecordWords } from '../figures/record-words';
import { taskStateWords } from '../targets/task-words';
import { unitName } from '../units/unit-name';

const otherLists = {
	pledges: m.exports_list_pledges,
	events: m.exports_list_events,
	hours: m.exports_list_hours,
	figures: m.exports_list_figures,
	'figure-records': m.exports_list_figure_records,
	targets: m.exports_list_targets,
	tasks: m.exports_list_tasks,
	audit: m.exports_list_audit
};

/** What a list is called: the ledgers as everywhere, the others as here. */
export const listText = (list: ExportList): string => (isLedger(list) ? ledgerWords[list]() : otherLists[list]());

const definitions: Record<ExportList, (of: { figure: string }) => string> = {
	banquets: m.exports_about_banquets,
	dissuasions: m.exports_about_dissuasions,
	activities: m.exports_about_activities,
	elders: m.exports_about_elders,
	households: m.exports_about_households,
	signups: m.exports_about_signups,
	pledges: m.exports_about_pledges,
	events: m.exports_about_events,
	hours: m.exports_about_hours,
	figures: m.exports_about_figures,
	'figure-records': m.exports_about_figure_records,
	targets: m.exports_about_targets,
	tasks: m.exports_about_tasks,
	audit: m.exports_about_audit
};

/** What a list contains and what it leaves out (统计口径); for a figure's records with the figure's name. */
export const listDefinition = (list: ExportList, of: string | null): string =>
	definitions[list]({ figure: of && figureName(of) ? figureName(of)! : '' });

export const figureName = (id: string): string | null => {
	const figure = findFigure(id);
	return figure && figureWords[figure.id].name();
};

const otherColumns: Record<Exclude<ExportColumn, LedgerColumn>, () => string> = {
	unit: m.exports_column_unit,
	pledgedBy: m.exports_column_pledged_by,
	version: m.exports_column_version,
	signedOn: m.exports_column_signed_on,
	onPaper: m.exports_column_on_paper,
	renewedOn: m.exports_column_renewed_on,
	withdrawnOn: m.exports_column_withdrawn_on,
	eventKind: m.exports_column_event_kind,
	topic: m.exports_column_topic,
	title: m.exports_column_title,
	partner: m.exports_column_partner,
	startsAt: m.exports_column_starts_at,
	endsAt: m.exports_column_ends_at,
	state: m.exports_column_state,
	places: m.exports_column_places,
	taken: m.exports_column_taken,
	attended: m.exports_column_attended,
	donors: m.exports_column_donors,
	millilitres: m.exports_column_millilitres,
	duty: m.exports_column_duty,
	minutes: m.exports_column_minutes,
	figureId: m.exports_column_figure_id,
	figure: m.exports_column_figure,
	value: m.exports_column_value,
	measure: m.exports_column_measure,
	previous: m.exports_column_previous,
	rate: m.exports_column_rate,
	definition: m.exports_column_definition,
	record: m.exports_column_record,
	recordOn: m.exports_column_record_on,
	counts: m.exports_column_counts,
	target: m.exports_column_target,
	completion: m.exports_column_completion,
	done: m.exports_column_done,
	assignedOn: m.exports_column_assigned_on,
	dueOn: m.exports_column_due_on,
	at: m.exports_column_at,
	username: m.exports_column_username,
	verb: m.exports_column_verb,
	reason: m.exports_column_reason
};

/** The heading of a column. */
export const columnText = (column: ExportColumn): string =>
	(({ ...ledgerColumnWords, ...otherColumns }) as Record<ExportColumn, () => string>)[column]();

type Unit = { name: string; nameEn: string | null };
type Value = string | number | boolean | null | undefined;

/** A cell as it is written, of a value as `server/ledgers/exports` gives it; `units` are known by their ids. */
export function exportText(
	list: ExportList,
	column: ExportColumn,
	value: Value,
	units: ReadonlyMap<string, Unit>
): string | number | null {
	if (value === null || value === undefined)
		return column === 'value' || column === 'previous' ? m.exports_no_data() : null;
	if (typeof value === 'number') return value;
	if (typeof value === 'boolean') return value ? m.exports_yes() : m.exports_no();
	switch (column) {
		case 'village':
		case 'group':
		case 'unit':
			return unitText(value, units);
		case 'occasion':
			return occasionWords[value as Occasion]();
		case 'origin':
			return originWords[value as Origin]();
		case 'outcome':
			return outcomeWords[value as Outcome]();
		case 'dissuasion':
			return dissuasionOutcomeWords[value as DissuasionOutcome]();
		case 'kind':
			return activityKindWords[value as ActivityKind]();
		case 'zeroKind':
			return ledgerName(value as CheckableKind);
		case 'sex':
			return sexWords[value as Sex]();
		case 'birth':
			return birthCell(JSON.parse(value) as BirthDate);
		case 'calendar':
			return calendarWords[value as Calendar]();
		case 'mobility':
			return mobilityWords[value as Mobility]();
		case 'diet':
			return dietWords[value as Diet]();
		case 'photo':
			return photoWords[value as PhotoConsent]();
		case 'language':
			return value === 'en' ? m.exports_language_en() : m.exports_language_zh();
		case 'pledgedBy':
			return audienceWords[value as Audience]();
		case 'eventKind':
			return eventKindWords[value as EventKind]();
		case 'topic':
			return topicText(value);
		case 'state':
			return list === 'tasks' ? taskStateWords[value as TaskState]() : eventStateWords[value as EventState]();
		case 'figure':
			return figureName(value) ?? value;
		case 'definition':
			return figureWords[findFigure(value)!.id].definition();
		case 'measure':
			return figureUnitWords[value as FigureUnit]();
		case 'record':
			return recordTitle(JSON.parse(value) as FigureRecordWords);
		case 'verb':
			return verbText(value);
		default:
			return value;
	}
}

/** A day as files have it, so that it is read back as it was: 1948-05-01, or 1948年闰4月5日 of the lunar calendar. */
function birthCell(birth: BirthDate): string {
	if (birth.calendar === 'solar') return birth.on;
	const { year, month, day, isLeap } = birth;
	return isLeap ? m.exports_lunar_leap({ year, month, day }) : m.exports_lunar({ year, month, day });
}

/** A unit by its id, or as the trail says it. */
function unitText(value: string, units: ReadonlyMap<string, Unit>): string {
	if (value.startsWith('{')) return unitName(JSON.parse(value) as Unit);
	const unit = units.get(value);
	return unit ? unitName(unit) : '';
}
