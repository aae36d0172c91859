import type { EventState } from '$lib/domain/events/event';
import type { AddedWork } from '$lib/domain/activities/added-work';
import { findFigure, type FigureId } from '$lib/domain/figures/figure';
import { registryOf } from '$lib/domain/figures/registry';
import type { ExportColumn, OtherList } from '$lib/domain/ledgers/export';
import type { LedgerColumn } from '$lib/domain/ledgers/ledgers';
import type { TaskState } from '$lib/domain/targets/task';
import { m } from '$lib/paraglide/messages.js';
import { verbText } from '../audit/audit-words';
import { eventKindWords, eventStateWords, topicText } from '../events/event-words';
import { figureUnitWords, figureWords } from '../figures/figure-words';
import { recordTitle, type FigureRecordWords } from '../figures/record-words';
import { audienceWords } from '../pledges/pledge-words';
import { boardUnitName } from '../targets/board-unit-name';
import { taskStateWords } from '../targets/task-words';
import { writeUnit, type ColumnWords } from './column-words';

/** How the lists that are no ledger are worded: their name, and what they contain and what they leave out (统计口径). */
export const otherListWords: Record<OtherList, { name(): string; about(of: { figure: string }): string }> = {
	pledges: { name: m.exports_list_pledges, about: m.exports_about_pledges },
	events: { name: m.exports_list_events, about: m.exports_about_events },
	hours: { name: m.exports_list_hours, about: m.exports_about_hours },
	figures: { name: m.exports_list_figures, about: m.exports_about_figures },
	'figure-records': { name: m.exports_list_figure_records, about: m.exports_about_figure_records },
	targets: { name: m.exports_list_targets, about: m.exports_about_targets },
	tasks: { name: m.exports_list_tasks, about: m.exports_about_tasks },
	audit: { name: m.exports_list_audit, about: m.exports_about_audit }
};

/** What a figure is called; null for a word that is none. */
export const figureName = (id: string, added: AddedWork): string | null => {
	const figure = findFigure(registryOf(added).figures, id);
	return figure && figureWords(figure.id, added).name();
};

/** How their columns are worded, but for those that ledgers have as well. */
export const otherColumnWords: Record<Exclude<ExportColumn, LedgerColumn>, ColumnWords> = {
	unit: {
		heading: m.exports_column_unit,
		write: (value, outgoing) => {
			const unit = outgoing.list === 'targets' ? outgoing.units.get(value) : undefined;
			return unit ? boardUnitName(unit, 0) : writeUnit(value, outgoing);
		}
	},
	pledgedBy: { heading: m.exports_column_pledged_by, choices: audienceWords },
	version: { heading: m.exports_column_version },
	signedOn: { heading: m.exports_column_signed_on },
	onPaper: { heading: m.exports_column_on_paper },
	renewedOn: { heading: m.exports_column_renewed_on },
	withdrawnOn: { heading: m.exports_column_withdrawn_on },
	eventKind: { heading: m.exports_column_event_kind, choices: eventKindWords },
	topic: { heading: m.exports_column_topic, write: topicText },
	title: { heading: m.exports_column_title },
	partner: { heading: m.exports_column_partner },
	startsAt: { heading: m.exports_column_starts_at },
	endsAt: { heading: m.exports_column_ends_at },
	state: {
		heading: m.exports_column_state,
		write: (value, { list }) =>
			list === 'tasks' ? taskStateWords[value as TaskState]() : eventStateWords[value as EventState]()
	},
	places: { heading: m.exports_column_places },
	taken: { heading: m.exports_column_taken },
	attended: { heading: m.exports_column_attended },
	donors: { heading: m.exports_column_donors },
	millilitres: { heading: m.exports_column_millilitres },
	duty: { heading: m.exports_column_duty },
	minutes: { heading: m.exports_column_minutes },
	figureId: { heading: m.exports_column_figure_id },
	figure: { heading: m.exports_column_figure, write: (id, { added }) => figureName(id, added) ?? id },
	value: { heading: m.exports_column_value },
	measure: { heading: m.exports_column_measure, choices: figureUnitWords },
	ledgerValue: { heading: m.exports_column_ledger_value },
	countedTo: { heading: m.exports_column_counted_to },
	ledgerPrevious: { heading: m.exports_column_ledger_previous },
	previousTo: { heading: m.exports_column_previous_to },
	published: {
		heading: m.exports_column_published,
		choices: {
			withdrawn: m.shell_withdrawn,
			unpublished: m.exports_unpublished,
			'no-data': m.exports_no_data
		}
	},
	publishedTo: { heading: m.exports_column_published_to },
	rate: { heading: m.exports_column_rate },
	definition: {
		heading: m.exports_column_definition,
		write: (id, { added }) => figureWords(id as FigureId, added).definition()
	},
	record: { heading: m.exports_column_record, write: (value) => recordTitle(JSON.parse(value) as FigureRecordWords) },
	recordOn: { heading: m.exports_column_record_on },
	counts: { heading: m.exports_column_counts },
	target: { heading: m.exports_column_target },
	completion: { heading: m.exports_column_completion },
	done: { heading: m.exports_column_done },
	assignedOn: { heading: m.exports_column_assigned_on },
	dueOn: { heading: m.exports_column_due_on },
	at: { heading: m.exports_column_at },
	username: { heading: m.exports_column_username },
	verb: { heading: m.exports_column_verb, write: verbText },
	reason: { heading: m.exports_column_reason }
};
