import { basename, join } from 'node:path';
import { build } from 'vite';

const bundles = new Map<string, Promise<string>>();

/**
 * A TypeScript file of the project as one script for `fork`, as the services are written: with `$lib`, libraries left where they are. Made once;
 * a process that read the sources by itself would take seconds to begin. Out: the script's path.
 */
export function bundleProcess(file: string): Promise<string> {
	const made = bundles.get(file) ?? bundle(file);
	bundles.set(file, made);
	return made;
}

async function bundle(file: string): Promise<string> {
	// Below node_modules, so that the libraries are found from there.
	const outDir = join('node_modules', '.cache', 'xinfeng-processes', `${basename(file, '.ts')}-${process.pid}`);
	await build({
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: join(process.cwd(), 'src/lib') } },
		ssr: { target: 'node' },
		build: { ssr: file, outDir, emptyOutDir: true, copyPublicDir: false, minify: false, target: 'node20' }
	});
	return join(outDir, `${basename(file, '.ts')}.js`);
}
