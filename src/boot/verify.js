// `npm run verify`: recomputes every snapshot, every published review and all that is kept for figures and lists from the records, a line
// each; ends with 1 on a difference that no recorded revision explains, or on a broken hash.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { explain } from './explain.js';
import { ensureInstalled, projectRoot, StartRefused } from './install.js';

/** @typedef {import('../lib/server/reviews/finding.ts').Finding} Finding */

const words = {
	sound: 'sound',
	same: 'same',
	revised: 'revised, and noted who did it',
	unexplained: 'DIFFERS, and no recorded revision says why',
	miscounted: 'MISCOUNTED: what is kept is not what the records say',
	outside: 'OUTSIDE the days of the unit: correct the unit or the day of each',
	'chain-broken': 'BROKEN: it does not follow the snapshot before it',
	'hash-broken': 'BROKEN: it is not what was hashed',
	'definitions-broken': 'BROKEN: its definitions are not what was hashed',
	'list-broken': 'BROKEN: its records are not what was hashed'
};

try {
	process.chdir(projectRoot);
	ensureInstalled();
	const { readSettings } = await import('./settings.js');
	const { databaseUrl, databaseAuthToken } = readSettings(process.env);
	const file = /^file:(.+)$/.exec(databaseUrl)?.[1];
	if (file && !existsSync(decodeURIComponent(file)))
		throw new StartRefused(`There is no database at ${databaseUrl} yet: run npm start once, or set DATA_DIR.`);
	const { findings, bad } = await verify(databaseUrl, databaseAuthToken);
	for (const finding of findings) console.log(lineOf(finding));
	if (findings.length === 0) console.log('Nothing has been closed or published yet.');
	console.log(bad ? `\n✗ ${bad} of ${findings.length} differ` : `\n✓ all ${findings.length} verified`);
	process.exitCode = bad ? 1 : 0;
} catch (error) {
	explain(error);
	process.exitCode = 1;
}

/**
 * The services are TypeScript: vite, which the build needs anyway, reads them here without a build.
 * @param {string} url
 * @param {string | null} authToken
 * @returns {Promise<{ findings: Finding[], bad: number }>}
 */
async function verify(url, authToken) {
	const { runnerImport } = await import('vite');
	const { module } = await runnerImport('/src/lib/server/reviews/verify.ts', {
		root: projectRoot,
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: `${projectRoot}/src/lib` } }
	});
	return /** @type {typeof import('../lib/server/reviews/verify.ts')} */ (module).verifyDatabase(
		url,
		authToken ?? undefined
	);
}

/** @param {Finding} finding */
function lineOf(finding) {
	const is = words[finding.is];
	if (finding.kind === 'snapshot') return `snapshot ${finding.number} (${finding.period}): ${is}`;
	if (finding.kind === 'figure') {
		const now = finding.is === 'same' ? '' : ` → ${finding.now ?? '—'}, ${finding.records} records changed`;
		return `  ${finding.figure}: ${finding.settled ?? '—'}${now}: ${is}`;
	}
	if (finding.kind === 'count') {
		const { of, on, measure, differs, kept, counted } = finding;
		return `${differs === 'sum' ? 'sum' : 'count'} of ${of} on ${on}, ${measure}: ${kept}, not ${counted}: ${is}`;
	}
	if (finding.kind === 'life') return `${finding.records} ${finding.of} of ${finding.unitId}: ${is}`;
	if (finding.kind === 'column') return `${finding.rows} rows of ${finding.table}, ${finding.column}: ${is}`;
	const settled = finding.is === 'same' ? '' : ` (settled: ${finding.settled ?? '—'})`;
	return `review ${finding.year}, draft ${finding.draft}, ${finding.figure}: ${finding.printed ?? '—'}${settled}: ${is}`;
}
