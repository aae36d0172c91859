import { InstanceError, limitAdvice } from './limits';
import { prepareTown, type Town } from './town';

/** The demo town of a running instance. Throws InstanceError where no server answers or the demo's people cannot sign in. */
export async function findTown(address: string): Promise<Town> {
	await fetch(new URL('/privacy', address)).catch((error: Error) => {
		throw new InstanceError(`${address} does not answer: ${String(error.cause ?? error.message)}`);
	});
	const app = { name: 'app', address, pid: null, stop: async () => {} };
	return prepareTown(app).catch((error: Error) => {
		throw new InstanceError(`${address} cannot be measured: ${error.message}. It needs the demo town. ${limitAdvice}`);
	});
}
