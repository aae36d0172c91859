import { readdirSync } from 'node:fs';

/** The id of every route that answers requests: folders with a page or an endpoint. */
export const routeIds = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => /(^|\/)\+(page|server)[^/]*$/.test(path))
	.map((path) => `/${path.slice(0, path.lastIndexOf('/'))}`);
