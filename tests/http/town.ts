import type { TestProject } from 'vitest/node';
import { startDemo } from '../demo';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where the demo town of all HTTP tests answers. */
		address: string;
	}
}

/** Starts the demo town that all HTTP tests share, unless XINFENG_URL names one, and tells them its address. Out: how to stop it. */
export default async function startDemoTown(project: TestProject): Promise<(() => Promise<void>) | undefined> {
	if (process.env.XINFENG_URL) {
		project.provide('address', process.env.XINFENG_URL);
		return;
	}
	const { address, stop } = await startDemo();
	project.provide('address', address);
	return stop;
}
