import { ensureBuilt } from '../../src/boot/build.js';
import { startApp } from '../app';

/** Builds the app when that is due, and starts the demo town that all tests share; its address is in XINFENG_URL. Out: how to stop it. */
export default async function startDemoTown(): Promise<() => Promise<void>> {
	await ensureBuilt();
	const { address, stop } = await startApp({ TOWN: 'demo' });
	process.env.XINFENG_URL = address;
	return stop;
}
