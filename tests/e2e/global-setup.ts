import { startDemo } from '../demo';

/** Starts the demo town that all tests share, unless XINFENG_URL names one; its address is there. Out: how to stop it. */
export default async function startDemoTown(): Promise<(() => Promise<void>) | undefined> {
	if (process.env.XINFENG_URL) return;
	const { address, stop } = await startDemo();
	process.env.XINFENG_URL = address;
	return stop;
}
