import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from '../../src/boot/settings.js';

/** What readSettings says about a wrong setting. */
function complaint(env: Record<string, string>): string {
	try {
		readSettings(env);
	} catch (error) {
		if (error instanceof SettingsError) return error.message;
		throw error;
	}
	return '';
}

describe('settings', () => {
	test('have a default each, and an empty or blank string counts as unset', () => {
		const defaults = {
			port: 3000,
			host: '0.0.0.0',
			origin: null,
			dataDir: 'data',
			databaseUrl: 'file:data/xinfeng.db',
			databaseAuthToken: null,
			dataKey: null,
			town: 'demo',
			trustProxy: false,
			signupsPer10Min: 400,
			lookupsPer15Min: 30,
			signInsPer15Min: 60,
			retentionDays: 180,
			smtpUrl: null,
			mailFrom: null,
			smsGatewayUrl: null,
			smsGatewayToken: null,
			today: null
		};
		expect(readSettings({})).toEqual(defaults);
		expect(readSettings({ PORT: '', ORIGIN: ' ', DATABASE_URL: '', DATA_KEY: '', TODAY: '' })).toEqual(defaults);
	});

	test('are read into numbers, booleans and bytes', () => {
		const hex = '00'.repeat(31) + 'ff';
		const settings = readSettings({
			PORT: '8080',
			TRUST_PROXY: '1',
			TOWN: 'empty',
			DATA_KEY: hex,
			TODAY: '2024-02-29'
		});
		expect(settings).toMatchObject({ port: 8080, trustProxy: true, town: 'empty', today: '2024-02-29' });
		expect(settings.dataKey?.toString('hex')).toBe(hex);
	});

	test('put the database into the data folder, whatever its name', () => {
		expect(readSettings({ DATA_DIR: '/srv/新风 data' }).databaseUrl).toBe('file:/srv/新风 data/xinfeng.db');
		expect(readSettings({ DATA_DIR: '/srv/50%#1?' }).databaseUrl).toBe('file:/srv/50%25%231%3F/xinfeng.db');
	});

	test('take an origin with or without a closing slash', () => {
		expect(readSettings({ ORIGIN: 'https://Xinfeng.example.cn/' }).origin).toBe('https://xinfeng.example.cn');
		expect(readSettings({ ORIGIN: 'http://192.168.1.5:3000' }).origin).toBe('http://192.168.1.5:3000');
	});

	test.each([
		['PORT', 'abc', 'whole number from 1 to 65535'],
		['PORT', '70000', 'whole number from 1 to 65535'],
		['PORT', '-1', 'whole number from 1 to 65535'],
		['PORT', '3e3', 'whole number from 1 to 65535'],
		['HOST', 'http://x', '127.0.0.1'],
		['ORIGIN', 'xinfeng.example.cn', 'https://xinfeng.example.cn'],
		['ORIGIN', 'https://xinfeng.example.cn/path', 'without a path'],
		['ORIGIN', 'ftp://xinfeng.example.cn', 'https://'],
		['ORIGIN', 'https://name@xinfeng.example.cn', 'https://'],
		['DATABASE_URL', 'postgres://x/y', 'libsql://'],
		['DATABASE_URL', 'data/xinfeng.db', 'file:path/to/xinfeng.db'],
		['DATABASE_URL', 'file:', 'file:path/to/xinfeng.db'],
		['DATABASE_URL', 'file:50%.db', 'file:path/to/xinfeng.db'],
		['TOWN', 'Demo', 'demo (the demo town) or empty'],
		['TRUST_PROXY', 'yes', 'else 0'],
		['SIGNUPS_PER_10_MIN', '0', 'from 1 to 1000000'],
		['LOOKUPS_PER_15_MIN', '1.5', 'from 1 to 1000000'],
		['SIGN_INS_PER_15_MIN', 'many', 'from 1 to 1000000'],
		['RETENTION_DAYS', '29', 'from 30 to 3650'],
		['RETENTION_DAYS', '3651', 'from 30 to 3650'],
		['RETENTION_DAYS', 'never', 'from 30 to 3650'],
		['MAIL_FROM', 'the office', 'office@example.cn'],
		['MAIL_FROM', 'a@b.cn\r\nBcc: x@y.cn', 'office@example.cn'],
		['TODAY', '2025-02-30', '2025-03-01'],
		['TODAY', '1.3.2025', '2025-03-01']
	])('%s=%s is refused in one sentence that names it, shows it and says what to write', (name, value, remedy) => {
		const message = complaint({ [name]: value });
		expect(message.split('\n')).toHaveLength(1);
		expect(message).toContain(`${name} is ${JSON.stringify(value)}: write `);
		expect(message).toContain(remedy);
	});

	test.each([
		['DATA_KEY', 'c2VjcmV0IGJ1dCBzaG9ydA=='],
		['DATABASE_AUTH_TOKEN', 'secret with spaces'],
		['SMTP_URL', 'mail.town.cn:25'],
		['SMTP_URL', 'http://name:secret@mail.example.cn'],
		['SMS_GATEWAY_URL', 'ftp://sms.example.cn/?key=secret'],
		['SMS_GATEWAY_TOKEN', 'secret with spaces']
	])('a wrong %s is refused without being shown', (name, value) => {
		const message = complaint({ [name]: value, DATABASE_URL: 'libsql://town.example' });
		expect(message).toContain(`${name} cannot be used: write `);
		expect(message).not.toContain(value);
	});

	test('a token for a file is refused, since it protects nothing', () => {
		expect(complaint({ DATABASE_AUTH_TOKEN: 'abc' })).toContain(
			'DATABASE_AUTH_TOKEN is set, but the database is a file'
		);
	});

	test.each([
		['SMTP_URL', 'smtp://name:secret@mail.example.cn:587', 'MAIL_FROM'],
		['MAIL_FROM', '新风 <office@example.cn>', 'SMTP_URL'],
		['SMS_GATEWAY_URL', 'https://sms.example.cn/send', 'SMS_GATEWAY_TOKEN'],
		['SMS_GATEWAY_TOKEN', 'secret', 'SMS_GATEWAY_URL']
	])('%s alone is refused, since it sends nothing without its other half', (name, value, missing) => {
		const message = complaint({ [name]: value });
		expect(message).toBe(`${name} is set, but ${missing} is not: set both, or neither.`);
	});

	test('several wrong settings give a sentence each', () => {
		expect(complaint({ PORT: 'x', TOWN: 'y', TODAY: 'z' }).split('\n')).toHaveLength(3);
	});
});
