import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseKey, SettingsError } from './settings.js';

/** A process that loses the race for the key waits at most this long for the winner to have written it. */
const patienceMs = 2000;

/**
 * The key that personal data is encrypted with: DATA_KEY when set, else the one in `data.key`, made on the first start.
 * Makes the data folder too.
 * @param {import('./settings.js').Settings} settings
 * @returns {Buffer} 32 bytes
 * @throws {SettingsError} when the key is gone although the database is there, is damaged, or contradicts DATA_KEY
 */
export function loadDataKey({ dataDir, databaseUrl, dataKey }) {
	try {
		mkdirSync(dataDir, { recursive: true });
	} catch (error) {
		throw new SettingsError(
			`DATA_DIR is "${dataDir}", which cannot be made or written (${codeOf(error)}): write a folder of your own.`
		);
	}
	const file = join(dataDir, 'data.key');
	if (dataKey) return agreed(dataKey, file);

	// Look for the database first. A process that makes both writes the key first, so a database without a key has
	// lost it.
	const hasDatabase = isDatabasePresent(databaseUrl);
	if (existsSync(file)) return read(file);
	if (hasDatabase) {
		throw new SettingsError(
			`The key ${file} is gone, but the database ${databaseUrl} is there and cannot be read without it: restore data.key from the backup, or set DATA_KEY.`
		);
	}
	return make(file);
}

/**
 * @param {Buffer} dataKey
 * @param {string} file
 */
function agreed(dataKey, file) {
	if (existsSync(file) && !read(file).equals(dataKey)) {
		throw new SettingsError(
			`DATA_KEY differs from the key in ${file}, which the data was encrypted with: unset DATA_KEY, or set it to that key.`
		);
	}
	return dataKey;
}

/** @param {string} file */
function make(file) {
	const key = randomBytes(32);
	try {
		writeFileSync(file, `${key.toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
		return key;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return read(file);
		throw new SettingsError(
			`The key ${file} cannot be written (${codeOf(error)}): let this user write to DATA_DIR, or choose another.`
		);
	}
}

/** @param {string} file */
function read(file) {
	for (let waited = 0; ; waited += 20) {
		const text = readFileSync(file, 'utf8').trim();
		const key = parseKey(text);
		if (key) return key;
		// Empty or half: another process may be writing it this very moment.
		if (text.length >= 43 || waited >= patienceMs) break;
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
	}
	throw new SettingsError(
		`The key ${file} is damaged (it should hold 32 bytes in base64): restore it from the backup.`
	);
}

/** @param {string} databaseUrl */
function isDatabasePresent(databaseUrl) {
	const [, path] = /^file:(?:\/\/[^/]*(?=\/))?([^?#]+)/.exec(databaseUrl) ?? [];
	return path !== undefined && path !== ':memory:' && existsSync(decodeURIComponent(path));
}

/** @param {unknown} error */
function codeOf(error) {
	return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
