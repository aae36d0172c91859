import { startDemo } from '../demo';

/** Starts the demo town that all tests share; its address is in XINFENG_URL. Out: how to stop it. */
export default async function startDemoTown(): Promise<() => Promise<void>> {
	const { address, stop } = await startDemo();
	process.env.XINFENG_URL = address;
	return stop;
}
