import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../src/routes', import.meta.url));
const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** A page or an answer of the app: `path` is its address with parameters in brackets, as `/events/[id=id]`. */
export type Route = { path: string; id: string; isPage: boolean; shape: RegExp };

/** Every route, those without parameters first: of two that fit an address the first is meant. */
export const routes: Route[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((file) => /\+(page(@\w*)?\.svelte|server\.ts)$/.test(file))
	.map((file) => readRoute(file.replaceAll('\\', '/')))
	.sort((a, b) => parameters(a) - parameters(b) || (a.path < b.path ? -1 : 1));

function readRoute(file: string): Route {
	const routeId = `/${file.replace(/\/?\+[^/]*$/, '')}`;
	const path = routeId.replace(/\/\(\w[\w-]*\)/g, '') || '/';
	const parts = path.split(/(\[[^\]]+\])/).map((part) => {
		if (part === '[id=id]' || part.endsWith('=id]')) return id;
		return part.startsWith('[') ? '[^/]+?' : part.replace(/[.+]/g, '\\$&');
	});
	return { path, id: routeId, isPage: file.endsWith('.svelte'), shape: new RegExp(`^${parts.join('')}$`) };
}

function parameters({ path }: Route): number {
	return path.split('[').length;
}

/** The route of an address, which may have a query; null when there is none. */
export function routeOf(address: string): Route | null {
	const [path = ''] = address.split(/[?#]/);
	return routes.find(({ shape }) => shape.test(path)) ?? null;
}
