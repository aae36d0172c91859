import { expect, it } from 'vitest';
import { freshTown, town } from '../fresh-town';
import { killInTheRush } from './killed-process';

freshTown();

it('a process that is killed in a rush loses nothing it has acknowledged, and leaves nothing by halves', async () => {
	expect(await killInTheRush(town, 3)).toBeGreaterThan(10);
});
