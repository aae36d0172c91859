// `npm run dev`: the development server, on PORT and HOST.
import process from 'node:process';
import { explain } from './explain.js';
import { ensureInstalled, projectRoot } from './install.js';

try {
	process.chdir(projectRoot);
	ensureInstalled();
	const { readSettings } = await import('./settings.js');
	const { createServer } = await import('vite');
	const { port, host } = readSettings(process.env);

	const server = await createServer({
		server: { port, host, strictPort: true, watch: { ignored: ['**/data/**', '**/build/**'] } }
	});
	await server.listen();
	server.printUrls();
	await printFirstRun(server);
} catch (error) {
	explain(error);
	process.exit(1);
}

/**
 * The app starts with its first request: one is sent, so that the demo's logins are there before they are needed.
 * @param {import('vite').ViteDevServer} server
 */
async function printFirstRun(server) {
	const [url] = server.resolvedUrls?.local ?? [];
	if (url) await fetch(url).catch(() => {});
	const { xinfengFirstRun = [] } = /** @type {{ xinfengFirstRun?: string[] }} */ (globalThis);
	if (xinfengFirstRun.length > 0) console.log(`\n${xinfengFirstRun.join('\n')}\n`);
}
