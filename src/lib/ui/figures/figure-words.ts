import { findAddedKind, isAddedKind, type AddedWork } from '$lib/domain/activities/added-work';
import type { BuiltInFigureId, FigureId, FigureUnit } from '$lib/domain/figures/figure';
import { m } from '$lib/paraglide/messages.js';
import { addedName, inBothLanguages, langOf } from '../activities/added-name';
import { inLanguage } from '../elements/in-language';

/** What paraglide's messages take beside their inputs. */
type Options = Parameters<typeof m.figures_banquets_held>[1];
type Words = (inputs?: Record<string, never>, options?: Options) => string;

/** A figure's name, and what exactly is counted (统计口径). */
interface FigureWords {
	name: Words;
	definition: Words;
}

const builtIn: Record<BuiltInFigureId, FigureWords> = {
	'banquets-held': { name: m.figures_banquets_held, definition: m.figures_banquets_held_definition },
	'banquets-dissuaded': { name: m.figures_banquets_dissuaded, definition: m.figures_banquets_dissuaded_definition },
	'banquets-declared': { name: m.figures_banquets_declared, definition: m.figures_banquets_declared_definition },
	'deployment-meetings': { name: m.figures_deployment_meetings, definition: m.figures_deployment_meetings_definition },
	'villagers-meetings': { name: m.figures_villagers_meetings, definition: m.figures_villagers_meetings_definition },
	'village-rule-studies': {
		name: m.figures_village_rule_studies,
		definition: m.figures_village_rule_studies_definition
	},
	'ideological-talks': { name: m.figures_ideological_talks, definition: m.figures_ideological_talks_definition },
	'micro-talks': { name: m.figures_micro_talks, definition: m.figures_micro_talks_definition },
	'lecture-attendance': { name: m.figures_lecture_attendance, definition: m.figures_lecture_attendance_definition },
	'arts-performances': { name: m.figures_arts_performances, definition: m.figures_arts_performances_definition },
	'birthday-banquets': { name: m.figures_birthday_banquets, definition: m.figures_birthday_banquets_definition },
	'appeal-broadcasts': { name: m.figures_appeal_broadcasts, definition: m.figures_appeal_broadcasts_definition },
	slogans: { name: m.figures_slogans, definition: m.figures_slogans_definition },
	'caterer-inspections': { name: m.figures_caterer_inspections, definition: m.figures_caterer_inspections_definition },
	'media-reports': { name: m.figures_media_reports, definition: m.figures_media_reports_definition },
	'pledges-in-force': { name: m.figures_pledges_in_force, definition: m.figures_pledges_in_force_definition },
	'pledges-signed': { name: m.figures_pledges_signed, definition: m.figures_pledges_signed_definition },
	complaints: { name: m.figures_complaints, definition: m.figures_complaints_definition },
	'health-lectures': { name: m.figures_health_lectures, definition: m.figures_health_lectures_definition },
	'health-services': { name: m.figures_health_services, definition: m.figures_health_services_definition },
	'blood-and-checkups': { name: m.figures_blood_and_checkups, definition: m.figures_blood_and_checkups_definition },
	'blood-donations': { name: m.donation_figure_donations, definition: m.donation_figure_donations_definition },
	'blood-millilitres': { name: m.donation_figure_millilitres, definition: m.donation_figure_millilitres_definition },
	'first-time-donors': { name: m.donation_figure_first_time, definition: m.donation_figure_first_time_definition },
	'repeat-donors': { name: m.donation_figure_repeat, definition: m.donation_figure_repeat_definition },
	'martyr-tributes': { name: m.figures_martyr_tributes, definition: m.figures_martyr_tributes_definition },
	'defence-education': { name: m.figures_defence_education, definition: m.figures_defence_education_definition },
	'defence-films': { name: m.figures_defence_films, definition: m.figures_defence_films_definition },
	'defence-boards': { name: m.figures_defence_boards, definition: m.figures_defence_boards_definition },
	'clean-up-days': { name: m.figures_clean_up_days, definition: m.figures_clean_up_days_definition },
	'small-ads-removals': { name: m.figures_small_ads_removals, definition: m.figures_small_ads_removals_definition },
	'waste-sorting': { name: m.figures_waste_sorting, definition: m.figures_waste_sorting_definition },
	grids: { name: m.figures_grids, definition: m.figures_grids_definition },
	'grid-workers-full-time': {
		name: m.figures_grid_workers_full_time,
		definition: m.figures_grid_workers_full_time_definition
	},
	'grid-workers-part-time': {
		name: m.figures_grid_workers_part_time,
		definition: m.figures_grid_workers_part_time_definition
	},
	'grid-helpers': { name: m.figures_grid_helpers, definition: m.figures_grid_helpers_definition },
	warnings: { name: m.figures_warnings, definition: m.figures_warnings_definition },
	'disputes-received': { name: m.figures_disputes_received, definition: m.figures_disputes_received_definition },
	'disputes-settled': { name: m.figures_disputes_settled, definition: m.figures_disputes_settled_definition },
	calls: { name: m.figures_calls, definition: m.figures_calls_definition },
	'incidents-settled': { name: m.figures_incidents_settled, definition: m.figures_incidents_settled_definition },
	'incidents-settled-grid': {
		name: m.figures_incidents_settled_grid,
		definition: m.figures_incidents_settled_grid_definition
	},
	'incidents-settled-village': {
		name: m.figures_incidents_settled_village,
		definition: m.figures_incidents_settled_village_definition
	},
	'incidents-settled-town': {
		name: m.figures_incidents_settled_town,
		definition: m.figures_incidents_settled_town_definition
	},
	'incidents-overdue': { name: m.figures_incidents_overdue, definition: m.figures_incidents_overdue_definition },
	'elders-hosted': { name: m.birthdays_figure_hosted, definition: m.birthdays_figure_hosted_definition },
	'cakes-delivered': { name: m.birthdays_figure_cakes, definition: m.birthdays_figure_cakes_definition }
};

/** The words of a figure: of one that the town added, as the administrator wrote them; in Chinese what has no English. */
export function figureWords(id: FigureId, added: AddedWork): FigureWords {
	if (!isAddedKind(id)) return builtIn[id];
	const kind = findAddedKind(added, id);
	return {
		name: (_, options) => (kind ? addedName(kind, options?.locale) : id),
		definition: (_, options) => (kind ? inLanguage(kind.definition, kind.definitionEn, options?.locale) : '')
	};
}

/** What the software calls its own figures, in both languages: nothing that a town adds is called so. */
export const figureLabels = (): string[] => inBothLanguages(Object.values(builtIn).map(({ name }) => name));

/** The languages of a figure's name and definition, for the elements that hold them, where they are not that of the page. */
export function figureLangs(id: FigureId, added: AddedWork): { name?: 'zh-CN'; definition?: 'zh-CN' } {
	const kind = isAddedKind(id) ? findAddedKind(added, id) : null;
	return kind ? { name: langOf(kind.nameEn), definition: langOf(kind.definitionEn) } : {};
}

/** Words of a unit after a number. Without one as a heading has it, in the plural. */
type UnitWords = (inputs?: { count?: number }, options?: Options) => string;

const unitWords: Record<FigureUnit, (inputs: { count: number }, options?: Options) => string> = {
	banquets: m.figures_unit_banquets,
	sessions: m.figures_unit_sessions,
	pieces: m.figures_unit_pieces,
	places: m.figures_unit_places,
	times: m.figures_unit_times,
	people: m.figures_unit_people,
	'person-times': m.figures_unit_person_times,
	households: m.figures_unit_households,
	grids: m.figures_unit_grids,
	cases: m.figures_unit_cases,
	millilitres: m.donation_unit_millilitres,
	boards: m.figures_unit_boards,
	sheets: m.figures_unit_sheets,
	copies: m.figures_unit_copies,
	objects: m.figures_unit_objects,
	items: m.figures_unit_items,
	matters: m.figures_unit_matters,
	'matter-times': m.figures_unit_matter_times
};

export const figureUnitWords = Object.fromEntries(
	Object.entries(unitWords).map(([unit, words]): [string, UnitWords] => [
		unit,
		(inputs, options) => words({ count: inputs?.count ?? 0 }, options)
	])
) as Record<FigureUnit, UnitWords>;
