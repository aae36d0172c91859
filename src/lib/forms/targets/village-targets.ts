import * as v from 'valibot';
import type { Figure, FigureId } from '$lib/domain/figures/figure';
import { largestTarget, targetFigures } from '$lib/domain/targets/target-goal';
import { id, integer, optionalInteger, optionalText } from '../fields';

/** One figure's targets of many villages: a number for each, or lines with one for some. */
export const villageTargetsForm = (figures: readonly Figure[]) =>
	v.object({
		id,
		year: integer(2000, 2199),
		/** How many savings of this year the form has seen. */
		seen: integer(0, 1_000_000),
		figure: v.picklist(
			targetFigures(figures).map((figure): FigureId => figure.id),
			'target-figure-missing'
		),
		/** For all villages that no line names. */
		each: optionalInteger(0, largestTarget),
		/** 村名 and a number, a village a line. */
		lines: optionalText(40_000)
	});
