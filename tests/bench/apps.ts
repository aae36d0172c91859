import { loadedDemo } from '../demo';
import { startApp } from '../app';
import { roomyLimits } from './limits';

/** A server that the bench asks. */
export interface App {
	name: string;
	address: string;
	/** Null: it is not a process of this machine, or not one that the bench started. */
	pid: number | null;
	/** Where its database lies; left out where the bench may not read it. */
	dataDir?: string;
	stop: () => Promise<void>;
}

/** Starts the built app of a checkout, on a copy of its demo town or on the data folder `data`. `flags`: of Node. */
export async function startTown(
	name: string,
	{ folder, data, flags = [] }: { folder: string; data?: string; flags?: string[] }
): Promise<App> {
	const started = data
		? await startApp({ ...roomyLimits, DATA_DIR: data }, undefined, { folder, flags })
		: await startApp(roomyLimits, await loadedDemo(folder), { folder, flags });
	return { name, ...started };
}
