import { campaignIds, findAddedKind, isAddedKind, isKeptIn, type AddedWork } from '../activities/added-work';
import { addDays } from '../calendar/calendar';
import type { Period } from '../calendar/reporting-period';
import { figureOfKind, figures, getFigure, type Figure, type FigureId } from './figure';

/** All that a town counts: what it added, and every figure, those of the software first. */
export interface Registry extends AddedWork {
	figures: readonly Figure[];
}

/** The registry of a town that added this. */
export const registryOf = ({ campaigns, kinds }: AddedWork): Registry => ({
	campaigns,
	kinds,
	figures: [...figures, ...kinds.map(figureOfKind)]
});

/** Whether a figure is of a period: that of an added kind is where the kind is kept on a day of it. */
export function isFigureOf({ source }: Pick<Figure, 'source'>, period: Period): boolean {
	const kept = source.from === 'activities' ? source.kept : undefined;
	return !kept || isKeptIn(kept, period);
}

/** A figure of a town by its id; null for a kind that is not there. */
export function figureOf(id: FigureId, added: AddedWork): Figure | null {
	if (!isAddedKind(id)) return getFigure(id);
	const kind = findAddedKind(added, id);
	return kind && figureOfKind(kind);
}

/** Rows of figures in groups, a campaign each, in the order of the campaigns. A campaign without rows is left out. */
export function byCampaign<Row extends { id: FigureId }>(rows: readonly Row[], added: AddedWork) {
	const placed = rows.map((row) => ({ row, of: figureOf(row.id, added)?.campaign }));
	return campaignIds(added)
		.map((campaign) => ({ campaign, rows: placed.filter(({ of }) => of === campaign).map(({ row }) => row) }))
		.filter(({ rows }) => rows.length > 0);
}

/** The part of a period in which the work of a figure is kept: an added kind begins and ends on days of its own. */
export function keptPart({ source }: Pick<Figure, 'source'>, { fromOn, toOn }: Period): Period {
	const kept = source.from === 'activities' ? source.kept : undefined;
	const lastOn = kept?.closedFromOn ? addDays(kept.closedFromOn, -1) : toOn;
	return { fromOn: kept && kept.fromOn > fromOn ? kept.fromOn : fromOn, toOn: lastOn < toOn ? lastOn : toOn };
}
