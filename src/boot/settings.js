import { Buffer } from 'node:buffer';
import * as v from 'valibot';

/** One or more settings cannot be used; the message holds a sentence for each, saying what to write instead. */
export class SettingsError extends Error {
	/** @override */
	name = 'SettingsError';
}

const secrets = new Set(['DATABASE_AUTH_TOKEN', 'DATA_KEY', 'SMTP_URL', 'SMS_GATEWAY_URL', 'SMS_GATEWAY_TOKEN']);

const tokenNeedsServer = 'DATABASE_AUTH_TOKEN is set, but the database is a file: leave it out, or set DATABASE_URL.';

/** Settings that are of use only together. */
const pairs = /** @type {const} */ ([
	['SMTP_URL', 'MAIL_FROM'],
	['SMS_GATEWAY_URL', 'SMS_GATEWAY_TOKEN']
]);

/** Every setting: its check, and as the message what to write instead. */
const schema = v.object({
	PORT: v.optional(
		wholeNumber(0, 65535, 'a whole number from 1 to 65535, such as 3000 (0 takes any free port)'),
		'3000'
	),
	HOST: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^[\w.:-]+$/, 'an address to listen on: 0.0.0.0 for the whole network, 127.0.0.1 for this machine alone')
		),
		'0.0.0.0'
	),
	ORIGIN: v.optional(
		v.pipe(
			v.string(),
			v.check(isOrigin, 'the address people type, without a path, such as https://xinfeng.example.cn')
		),
		undefined
	),
	DATA_DIR: v.optional(
		v.pipe(
			v.string(),
			v.check((text) => !text.includes('\0'), 'a folder')
		),
		'data'
	),
	DATABASE_URL: v.optional(
		v.pipe(
			v.string(),
			v.check(isDatabaseUrl, 'file:path/to/xinfeng.db, or the libsql://, https:// or wss:// address of a libSQL server')
		)
	),
	DATABASE_AUTH_TOKEN: v.optional(v.pipe(v.string(), v.regex(/^\S+$/, "the libSQL server's token, without spaces"))),
	DATA_KEY: v.optional(
		v.pipe(
			v.string(),
			v.check((text) => parseKey(text) !== null, '32 bytes in base64 or hex, as `openssl rand -base64 32` prints them'),
			v.transform(parseKey)
		)
	),
	TOWN: v.optional(v.picklist(['demo', 'empty'], 'demo (the demo town) or empty (a real, empty town)'), 'demo'),
	TRUST_PROXY: v.optional(
		v.pipe(
			v.picklist(['0', '1'], '1 when a reverse proxy in front sets X-Forwarded-For and -Proto, else 0'),
			v.transform((text) => text === '1')
		),
		'0'
	),
	SIGNUPS_PER_10_MIN: v.optional(perAddress(), '400'),
	LOOKUPS_PER_15_MIN: v.optional(perAddress(), '30'),
	SIGN_INS_PER_15_MIN: v.optional(perAddress(), '60'),
	RETENTION_DAYS: v.optional(
		wholeNumber(
			30,
			3650,
			'days after which personal data of sign-ups and of elders who left is erased, a whole number from 30 to 3650'
		),
		'180'
	),
	SMTP_URL: v.optional(
		v.pipe(v.string(), v.check(isMailServer, 'the mail server, such as smtp://name:password@mail.example.cn:587'))
	),
	MAIL_FROM: v.optional(
		v.pipe(
			v.string(),
			v.regex(
				/^(?:[^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
				'the address messages come from: office@example.cn, or 新风 <office@example.cn>'
			)
		)
	),
	SMS_GATEWAY_URL: v.optional(
		v.pipe(v.string(), v.check(isWebAddress, 'the http:// or https:// address that text messages are posted to'))
	),
	SMS_GATEWAY_TOKEN: v.optional(v.pipe(v.string(), v.regex(/^[!-~]+$/, "the gateway's token, without spaces"))),
	TODAY: v.optional(v.pipe(v.string(), v.check(isCalendarDate, 'a date that exists, as 2025-03-01')))
});

/**
 * @typedef {object} Settings
 * @property {number} port 0 = any free port
 * @property {string} host the address listened on
 * @property {string | null} origin the one public address (scheme, host, port), or null: whatever address the request came to
 * @property {string} dataDir folder of the database file and the data key
 * @property {string} databaseUrl
 * @property {string | null} databaseAuthToken
 * @property {Buffer | null} dataKey 32 bytes, or null: the one kept in `dataDir` (see data-key.js)
 * @property {'demo' | 'empty'} town what the first start on an empty database loads
 * @property {boolean} trustProxy whether X-Forwarded-For and -Proto are believed
 * @property {number} signupsPer10Min sign-ups an address may make in 10 minutes
 * @property {number} lookupsPer15Min failed look-ups of a slip an address may make in 15 minutes
 * @property {number} signInsPer15Min sign-in attempts an address may make in 15 minutes
 * @property {number} retentionDays days after a slot's end, or after an elder left, until the personal fields are erased
 * @property {string | null} smtpUrl the mail server with its password, or null: no e-mail is sent
 * @property {string | null} mailFrom whom e-mail comes from; set where smtpUrl is
 * @property {string | null} smsGatewayUrl where text messages are posted to, or null: none are sent
 * @property {string | null} smsGatewayToken set where smsGatewayUrl is
 * @property {string | null} today YYYY-MM-DD the demo counts its "near future" from, or null: the real day
 */

/**
 * Reads and checks every setting. An empty string counts as unset.
 * @param {Record<string, string | undefined>} env such as `process.env`
 * @returns {Settings}
 * @throws {SettingsError} with one sentence a wrong setting, one a line
 */
export function readSettings(env) {
	const given = Object.fromEntries(
		Object.keys(schema.entries).flatMap((name) => {
			const text = env[name]?.trim();
			return text ? [[name, text]] : [];
		})
	);
	const parsed = v.safeParse(schema, given);
	if (!parsed.success) throw new SettingsError(parsed.issues.map((issue) => sentence(issue, given)).join('\n'));

	const read = parsed.output;
	const databaseUrl = read.DATABASE_URL ?? fileUrl(read.DATA_DIR);
	if (read.DATABASE_AUTH_TOKEN && databaseUrl.startsWith('file:')) throw new SettingsError(tokenNeedsServer);
	for (const pair of pairs) {
		const [set, missing] = read[pair[0]] ? pair : [pair[1], pair[0]];
		if (read[set] && !read[missing])
			throw new SettingsError(`${set} is set, but ${missing} is not: set both, or neither.`);
	}
	return {
		port: read.PORT,
		host: read.HOST,
		origin: read.ORIGIN ? new URL(read.ORIGIN).origin : null,
		dataDir: read.DATA_DIR,
		databaseUrl,
		databaseAuthToken: read.DATABASE_AUTH_TOKEN ?? null,
		dataKey: read.DATA_KEY ?? null,
		town: read.TOWN,
		trustProxy: read.TRUST_PROXY,
		signupsPer10Min: read.SIGNUPS_PER_10_MIN,
		lookupsPer15Min: read.LOOKUPS_PER_15_MIN,
		signInsPer15Min: read.SIGN_INS_PER_15_MIN,
		retentionDays: read.RETENTION_DAYS,
		smtpUrl: read.SMTP_URL ?? null,
		mailFrom: read.MAIL_FROM ?? null,
		smsGatewayUrl: read.SMS_GATEWAY_URL ?? null,
		smsGatewayToken: read.SMS_GATEWAY_TOKEN ?? null,
		today: read.TODAY ?? null
	};
}

/**
 * The 32 bytes written as base64 (with or without padding, also URL-safe) or as hex; null when they are anything else.
 * @param {string} text
 * @returns {Buffer | null}
 */
export function parseKey(text) {
	if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
	if (/^[\w+/-]{43}=?$/.test(text)) return Buffer.from(text, 'base64');
	return null;
}

/**
 * @param {v.BaseIssue<unknown>} issue
 * @param {Record<string, string>} given
 */
function sentence(issue, given) {
	const name = String(issue.path?.[0]?.key);
	const is = secrets.has(name) ? 'cannot be used' : `is ${JSON.stringify(given[name])}`;
	return `${name} ${is}: write ${issue.message}.`;
}

/**
 * @param {number} min
 * @param {number} max
 * @param {string} write what to write instead
 */
function wholeNumber(min, max, write) {
	return v.pipe(
		v.string(),
		v.regex(/^\d{1,9}$/, write),
		v.transform(Number),
		v.minValue(min, write),
		v.maxValue(max, write)
	);
}

/** A limit counted per address. */
function perAddress() {
	return wholeNumber(1, 1_000_000, 'how often an address may, a whole number from 1 to 1000000');
}

/** @param {string} text */
function isOrigin(text) {
	return /^https?:\/\/[^/?#@\\]+\/?$/i.test(text) && URL.canParse(text);
}

/** @param {string} text */
function isMailServer(text) {
	return /^smtps?:\/\/[^/?#\s]+\/?$/i.test(text) && URL.canParse(text) && !/%(?![0-9a-f]{2})/i.test(text);
}

/** @param {string} text */
function isWebAddress(text) {
	return /^https?:\/\/[^\s/?#@]+([/?][^\s#]*)?$/i.test(text) && URL.canParse(text);
}

/** @param {string} text */
function isDatabaseUrl(text) {
	if (/%(?![0-9a-f]{2})/i.test(text)) return false;
	return /^file:[^?#]+/.test(text) || /^(libsql|https?|wss?):\/\/[^/?#]+/.test(text);
}

/** @param {string} text */
function isCalendarDate(text) {
	const day = new Date(`${text}T00:00:00Z`);
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * libSQL percent-decodes the path of a file: address, so what would end or change it is encoded.
 * @param {string} dataDir
 */
function fileUrl(dataDir) {
	return `file:${dataDir.replace(/[%?#]/g, encodeURIComponent)}/xinfeng.db`;
}
