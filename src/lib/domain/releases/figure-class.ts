import { isOfStigma } from '../activities/activity';
import { eventKinds } from '../events/event';
import { figures, type Figure, type FigureSource } from '../figures/figure';

/**
 * What a count of 1 says of a household, which decides how its figure is published: work is the town's own and always exact; feasts and
 * pledges are public promises and events; elders, health and stigma say more about a person the smaller they are.
 */
export type FigureClass = 'work' | 'feasts' | 'pledges' | 'health' | 'elders' | 'stigma';

type EventSource = Extract<FigureSource, { from: 'events' }>;

const classes: Record<FigureSource['from'], FigureClass> = {
	'banquets-held': 'feasts',
	'banquets-declared': 'feasts',
	'banquets-dissuaded': 'stigma',
	complaints: 'stigma',
	activities: 'work',
	events: 'work',
	'lecture-attendance': 'work',
	'blood-and-checkups': 'work',
	grids: 'work',
	'grid-members': 'work',
	'pledges-in-force': 'pledges',
	'pledges-signed': 'pledges',
	'cases-received': 'stigma',
	'cases-settled': 'stigma',
	'incidents-overdue': 'stigma',
	donations: 'health',
	'birthday-guests': 'elders'
};

export function classOf({ source }: Pick<Figure, 'source'>): FigureClass {
	const isStigma = source.from === 'activities' && source.kinds.some(isOfStigma);
	return isStigma ? 'stigma' : classes[source.from];
}

/** Whether the public reads a figure from releases alone. Work is read from its records, daily. */
export const isReleased = (figure: Pick<Figure, 'source'>): boolean => classOf(figure) !== 'work';

/**
 * Whether the town's line is released within a year. Of the other figures only the year: signings month by month, beside the households in
 * force at each quarter's end, would tell who took a pledge back.
 */
export const hasLine = ({ source }: Pick<Figure, 'source'>): boolean =>
	['banquets-held', 'birthday-guests'].includes(source.from);

/**
 * Whether a year of the figure is published anew, with what was recorded later, when the next year is closed. Donors are not: their four
 * figures follow from one another. Nor are pledges: beside those in force, one more or less would tell who took a pledge back, and the next
 * quarter says what became of them.
 */
export const hasAnew = (figure: Pick<Figure, 'source'>): boolean => !['health', 'pledges'].includes(classOf(figure));

/**
 * Whether a note says how many records came after a year of the figure was published, or went. Not where a count of 1 is one of health, of
 * stigma, or of a pledge that was taken back.
 */
export const hasNotes = (figure: Pick<Figure, 'source'>): boolean => ['feasts', 'elders'].includes(classOf(figure));

/**
 * The kind of events that a released figure is counted from; null for any other. Such an event that is neither completed nor cancelled is not
 * counted, though people may have come: until it is, the figure is not known of its month and year.
 */
export function eventKindOf({ source }: Pick<Figure, 'source'>): EventSource['kind'] | null {
	if (source.from === 'donations') return 'blood-drive';
	return source.from === 'birthday-guests' ? 'birthday-banquet' : null;
}

/**
 * The kinds of events whose visitors are the town's own work, and are counted daily. Of a kind that a released figure is counted from, those
 * who came would say, beside that figure, how many were turned away.
 */
export const openEventKinds = eventKinds.filter((kind) => !figures.some((figure) => eventKindOf(figure) === kind));
