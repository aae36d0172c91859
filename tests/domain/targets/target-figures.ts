import { findFigure, type Figure, type FigureId } from '../../../src/lib/domain/figures/figure';
import { readTarget } from '../../../src/lib/domain/targets/target';

export const figureOf = (id: FigureId): Figure => findFigure(id)!;
export const read = (id: FigureId, target: number, done: number | null, today = '2026-07-02', year = 2026) =>
	readTarget(figureOf(id), { target, done, year, today });
