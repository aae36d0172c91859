import process from 'node:process';
import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		// Each build has a folder of its own (src/boot/build.js).
		adapter: adapter({ out: process.env.BUILD_FOLDER ?? 'build/by-hand' }),
		// An error page may be shown at any address, so the addresses of its styles do not depend on it.
		paths: { relative: false },
		// A page asks for the sheet of all pages and at most one more; the small ones of its parts come in it. Bytes.
		inlineStyleThreshold: 2200,
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				'img-src': ['self', 'data:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		typescript: {
			config: (config) => {
				config.include.push('../drizzle/**/*.ts', '../tests/**/*.ts', '../src/boot/**/*.js');
			}
		}
	}
};
