import { measures, type Counting } from '../activities/activity';
import type { AddedKind, AddedKindId, CampaignId, WorkKind } from '../activities/added-work';
import type { Campaign } from '../activities/campaign';
import type { CaseKind, CaseLevel } from '../cases/case';
import type { EventKind, EventTopic } from '../events/event';
import type { InvitationResult } from '../birthdays/invitation';
import type { GridRole } from '../units/unit';

/** Those of the work ledger, and 场, 人, 人次, 户, 个 (grids), 件, 件次, 毫升. Units are never mixed in one sum. */
export const figureUnits = [
	...measures,
	...(['banquets', 'people', 'person-times', 'households', 'grids', 'matters', 'matter-times', 'millilitres'] as const)
] as const;
export type FigureUnit = (typeof figureUnits)[number];

/**
 * The records a figure is counted from. Events count once completed (办结), by the day of their first slot; activities by the
 * day they were done; banquets by the day they were held, or for banquets-declared by the day the household said so; dissuasions as `isCountedDissuasion` says. blood-and-checkups is
 * completed blood drives and disability check-ups together; grids and their members are those in place at the period's end.
 * lecture-attendance adds up who came to completed lectures; pledges are households', in force at the period's end, of which
 * pledges-signed are those signed within the period; birthday-guests are elders on the lists of completed group birthday banquets,
 * by what became of them; donations are those of completed blood drives, by the results written down there, or for donations and
 * millilitres of a drive without results by what its completion says. Cases count by the day they were received, as settled if they were by the
 * period's last day; an incident is overdue on the day after it was due (domain/cases/case.ts).
 */
export type FigureSource =
	| { from: 'banquets-held' }
	| { from: 'banquets-declared' }
	| { from: 'banquets-dissuaded' }
	| { from: 'activities'; kinds: readonly WorkKind[]; counts: Counting; kept?: Kept }
	| { from: 'events'; kind: EventKind; topic?: EventTopic }
	| { from: 'lecture-attendance' }
	| { from: 'pledges-in-force' }
	| { from: 'pledges-signed' }
	| { from: 'complaints' }
	| { from: 'blood-and-checkups' }
	| { from: 'birthday-guests'; result: InvitationResult }
	| { from: 'donations'; counts: DonationCounting }
	| { from: 'cases-received'; kind: CaseKind }
	| { from: 'cases-settled'; kind: SettledKind; level?: CaseLevel }
	| { from: 'incidents-overdue' }
	| { from: 'grids' }
	| { from: 'grid-members'; role: GridRole };

/** A kind that the town added, and the days (YYYY-MM-DD) between which it is kept. */
export type Kept = Pick<AddedKind, 'id' | 'fromOn' | 'closedFromOn'>;
/** The kinds of cases of which it is counted how many were settled. */
export type SettledKind = Exclude<CaseKind, 'call'>;

/** What of donations is counted: all of them, their volume, those of first-time or of repeat donors. */
export type DonationCounting = 'donors' | 'millilitres' | 'firstTime' | 'repeat';

export interface Figure {
	id: FigureId;
	campaign: CampaignId;
	unit: FigureUnit;
	/** Which way the town hopes it goes, for the colour of a change; work done for its own sake is neutral. */
	isGoodWhen: 'down' | 'up' | 'neutral';
	source: FigureSource;
}

/**
 * Every public figure that the software knows, defined once, in the order of figures-2024.md, then those of the campaigns. Page, API, report and
 * export read a town's registry, which has those of added kinds as well (registry.ts).
 */
export const figures = [
	figure('banquets-held', 'banquet-reform', 'banquets', 'down', { from: 'banquets-held' }),
	figure('banquets-dissuaded', 'banquet-reform', 'cases', 'neutral', { from: 'banquets-dissuaded' }),
	figure('banquets-declared', 'banquet-reform', 'banquets', 'neutral', { from: 'banquets-declared' }),
	figure('deployment-meetings', 'banquet-reform', 'sessions', 'neutral', records('deployment-meeting')),
	figure('villagers-meetings', 'banquet-reform', 'sessions', 'up', records('villagers-meeting')),
	figure('village-rule-studies', 'banquet-reform', 'sessions', 'up', records('village-rule-study')),
	figure('ideological-talks', 'banquet-reform', 'sessions', 'up', events('lecture', 'ideological')),
	figure('micro-talks', 'banquet-reform', 'sessions', 'up', events('lecture', 'micro-talk')),
	figure('lecture-attendance', 'banquet-reform', 'person-times', 'up', { from: 'lecture-attendance' }),
	figure('arts-performances', 'banquet-reform', 'sessions', 'up', events('performance')),
	figure('birthday-banquets', 'banquet-reform', 'sessions', 'up', events('birthday-banquet')),
	figure('appeal-broadcasts', 'banquet-reform', 'times', 'neutral', records('appeal-broadcast')),
	figure('slogans', 'banquet-reform', 'pieces', 'neutral', quantity('slogan')),
	figure('caterer-inspections', 'banquet-reform', 'sessions', 'neutral', records('caterer-inspection')),
	figure('media-reports', 'banquet-reform', 'times', 'up', records('media-report')),
	figure('pledges-in-force', 'banquet-reform', 'households', 'up', { from: 'pledges-in-force' }),
	figure('pledges-signed', 'banquet-reform', 'households', 'neutral', { from: 'pledges-signed' }),
	figure('complaints', 'banquet-reform', 'cases', 'down', { from: 'complaints' }),
	figure('health-lectures', 'health', 'sessions', 'up', events('lecture', 'health')),
	figure('health-services', 'health', 'times', 'up', records('health-service')),
	figure('blood-and-checkups', 'health', 'times', 'up', { from: 'blood-and-checkups' }),
	figure('blood-donations', 'health', 'person-times', 'up', { from: 'donations', counts: 'donors' }),
	figure('blood-millilitres', 'health', 'millilitres', 'up', { from: 'donations', counts: 'millilitres' }),
	figure('first-time-donors', 'health', 'person-times', 'up', { from: 'donations', counts: 'firstTime' }),
	figure('repeat-donors', 'health', 'person-times', 'up', { from: 'donations', counts: 'repeat' }),
	figure('martyr-tributes', 'defence-clean-up', 'sessions', 'neutral', records('martyr-tribute')),
	figure('defence-education', 'defence-clean-up', 'sessions', 'up', records('defence-education')),
	figure('defence-films', 'defence-clean-up', 'sessions', 'up', records('defence-film')),
	figure('defence-boards', 'defence-clean-up', 'places', 'neutral', quantity('defence-board')),
	figure('clean-up-days', 'defence-clean-up', 'sessions', 'up', events('volunteer-day', 'clean-up')),
	figure('small-ads-removals', 'defence-clean-up', 'sessions', 'neutral', events('volunteer-day', 'small-ads-removal')),
	figure('waste-sorting', 'defence-clean-up', 'times', 'up', records('waste-sorting')),
	figure('grids', 'governance', 'grids', 'neutral', { from: 'grids' }),
	figure('grid-workers-full-time', 'governance', 'people', 'neutral', members('full-time')),
	figure('grid-workers-part-time', 'governance', 'people', 'neutral', members('part-time')),
	figure('grid-helpers', 'governance', 'people', 'neutral', members('helper')),
	figure('warnings', 'governance', 'times', 'neutral', records('warning')),
	figure('disputes-received', 'governance', 'matter-times', 'neutral', { from: 'cases-received', kind: 'dispute' }),
	figure('disputes-settled', 'governance', 'matter-times', 'neutral', settled('dispute')),
	figure('calls', 'governance', 'matters', 'neutral', { from: 'cases-received', kind: 'call' }),
	figure('incidents-settled', 'governance', 'matters', 'neutral', settled('incident')),
	figure('incidents-settled-grid', 'governance', 'matters', 'neutral', settled('incident', 'grid')),
	figure('incidents-settled-village', 'governance', 'matters', 'neutral', settled('incident', 'village')),
	figure('incidents-settled-town', 'governance', 'matters', 'neutral', settled('incident', 'town')),
	figure('incidents-overdue', 'governance', 'matters', 'down', { from: 'incidents-overdue' }),
	// What the campaigns count beside the published year.
	figure('elders-hosted', 'banquet-reform', 'person-times', 'up', guests('attended')),
	figure('cakes-delivered', 'banquet-reform', 'person-times', 'neutral', guests('cake-delivered'))
] as const;

export type BuiltInFigureId = (typeof figures)[number]['id'];
/** The figure of an added kind has the kind's id. */
export type FigureId = BuiltInFigureId | AddedKindId;

/** A figure that the software knows. */
export const getFigure = (id: BuiltInFigureId): Figure => figures.find((known) => known.id === id)!;

/** The figure of an id from outside among those of a town, or null when there is none. */
export const findFigure = (among: readonly Figure[], id: string): Figure | null =>
	among.find((known) => known.id === id) ?? null;

/** The figure of a kind that the town added: the town's own work, done for its own sake. */
export const figureOfKind = ({ id, campaign, measure, counts, fromOn, closedFromOn }: AddedKind): Figure => ({
	id,
	campaign,
	unit: measure,
	isGoodWhen: 'neutral',
	source: { from: 'activities', kinds: [id], counts, kept: { id, fromOn, closedFromOn } }
});

/** The figure that another is a part of, where the rate of the two is shown beside them (化解率); null for any other. */
export const wholeOf = (id: FigureId): FigureId | null => (id === 'disputes-settled' ? 'disputes-received' : null);

function figure<const Id extends string>(
	id: Id,
	campaign: Campaign,
	unit: FigureUnit,
	isGoodWhen: Figure['isGoodWhen'],
	source: FigureSource
) {
	return { id, campaign, unit, isGoodWhen, source };
}

function records(kind: WorkKind): FigureSource {
	return { from: 'activities', kinds: [kind], counts: 'records' };
}

function quantity(kind: WorkKind): FigureSource {
	return { from: 'activities', kinds: [kind], counts: 'quantity' };
}

function events(kind: EventKind, topic?: EventTopic): FigureSource {
	return topic ? { from: 'events', kind, topic } : { from: 'events', kind };
}

function settled(kind: SettledKind, level?: CaseLevel): FigureSource {
	return level ? { from: 'cases-settled', kind, level } : { from: 'cases-settled', kind };
}

function guests(result: InvitationResult): FigureSource {
	return { from: 'birthday-guests', result };
}

function members(role: GridRole): FigureSource {
	return { from: 'grid-members', role };
}
