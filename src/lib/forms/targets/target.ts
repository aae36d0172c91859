import * as v from 'valibot';
import type { Figure, FigureId } from '$lib/domain/figures/figure';
import { goalOf, largestTarget, targetFigures } from '$lib/domain/targets/target-goal';
import { id, integer, optionalInteger } from '../fields';

/** A cell of the grid: a figure's target for a unit; null: none. */
export interface TargetCell {
	figure: FigureId;
	unitId: string;
	value: number | null;
}

/** The name of a cell's field. */
export const cellName = (figure: string, unitId: string) => `${figure}.${unitId}`;

/** The grid of a year, those of a town's figures that may have targets × units. An empty cell has no target; work has one of at least 1, a limit may be 0. */
export function targetsForm(figures: readonly Figure[], unitIds: readonly string[]) {
	const names = targetFigures(figures).flatMap((figure) => unitIds.map((unitId) => ({ figure, unitId })));
	const fields = names.map(({ figure, unitId }) => [
		cellName(figure.id, unitId),
		optionalInteger(goalOf(figure) === 'at-most' ? 0 : 1, largestTarget)
	]);
	const entries = {
		id,
		year: integer(2000, 2199),
		/** How many savings of this year the form has seen. */
		seen: integer(0, 1_000_000)
	};
	const schema = v.object({ ...entries, ...(Object.fromEntries(fields) as object) });
	return {
		schema,
		/** The cells of a grid that was read. */
		cellsOf(data: v.InferOutput<typeof schema>): TargetCell[] {
			const values = data as Record<string, unknown>;
			return names.map(({ figure, unitId }) => ({
				figure: figure.id,
				unitId,
				value: values[cellName(figure.id, unitId)] as number | null
			}));
		}
	};
}
