// `npm run rules`: writes the generated rules of the database, their version and docs/RULES.md. A test says when this is due.
import { explain } from './explain.js';
import { projectRoot } from './install.js';

try {
	process.chdir(projectRoot);
	// The generator is TypeScript: vite, which the build needs anyway, reads it here without a build.
	const { runnerImport } = await import('vite');
	const { module } = await runnerImport('/src/lib/server/db/rules/write-rules.ts', {
		root: projectRoot,
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: `${projectRoot}/src/lib` } }
	});
	/** @type {typeof import('../lib/server/db/rules/write-rules.ts')} */ (module).writeRules();
} catch (error) {
	explain(error);
	process.exitCode = 1;
}
