import { atMost } from '../goals';
import { spreadOf } from '../load/spread';
import { memoryOf } from '../process-figures';
import type { Report } from '../report';
import type { Stage } from '../stage';

/** How long the app takes from the command to its first answer, on the data of the grown town. */
export async function measureStart(stage: Stage): Promise<Report> {
	await stage.end(await stage.quietGrown());
	const seconds: number[] = [];
	const megabytes: number[] = [];
	for (let nth = 0; nth < stage.options.plan.rounds; nth++) {
		const began = performance.now();
		const app = await stage.startGrown();
		await fetch(new URL('/privacy', app.address)).then((answer) => answer.text());
		seconds.push((performance.now() - began) / 1000);
		megabytes.push(memoryOf(app.pid!)?.now ?? NaN);
		await stage.end(app);
	}
	const start = spreadOf(seconds);
	return {
		goals: [atMost('start: until the first answer, grown town', start.median, { than: 1, unit: 's' })],
		figures: { seconds: start, megabytes: spreadOf(megabytes) }
	};
}
