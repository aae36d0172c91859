import type { TestTown } from '../test-town';
import { declareAs } from './new-banquet';

/** A school banquet of 三星村, planned for 2026-03-22 and recorded by its cadre. Out: its id. */
export const declareSchool = (town: TestTown, changes: object = {}): Promise<string> =>
	declareAs('liu', town, { origin: 'found', occasion: 'school', declaredOn: '2026-03-01', ...changes });
