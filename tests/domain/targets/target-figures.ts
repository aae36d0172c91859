import { figures, findFigure, type Figure, type FigureId } from '../../../src/lib/domain/figures/figure';
import { readTarget } from '../../../src/lib/domain/targets/target';

export const figureOf = (id: FigureId): Figure => findFigure(figures, id)!;
export const read = (id: FigureId, target: number, done: number | null, today = '2026-07-02', year = 2026) =>
	readTarget(figureOf(id), { target, count: done ?? 0, isKnown: done !== null, year, today });
export const readUnreported = (id: FigureId, target: number, count: number, today = '2026-07-02') =>
	readTarget(figureOf(id), { target, count, isKnown: false, year: 2026, today });
