/**
 * What every answer tells the browser beside kit's content security policy.
 * `same-origin` and not `no-referrer`: the latter makes browsers send forms with `Origin: null`, which kit then refuses.
 * `hasCamera`: of the door alone, which scans slips.
 */
export function securityHeaders(isHttps: boolean, hasCamera = false): Record<string, string> {
	return {
		'X-Content-Type-Options': 'nosniff',
		'X-Frame-Options': 'DENY',
		'Referrer-Policy': 'same-origin',
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Permissions-Policy': `camera=(${hasCamera ? 'self' : ''}), microphone=(), geolocation=(), payment=(), usb=()`,
		...(isHttps ? { 'Strict-Transport-Security': 'max-age=31536000' } : {})
	};
}

/** The routes of staff whose page sets `csr = true`: all others are HTML alone (decisions/0015, decisions/0031). */
const scriptRoutes: readonly (string | null)[] = [
	'/door/[id=id]',
	'/desk/(figures)/screen',
	'/desk/(figures)/picture/[chart]'
];

/** Whether the page of a route (by its id) runs scripts, and so may ask for its data apart. */
export const shipsScripts = (routeId: string | null): boolean => scriptRoutes.includes(routeId);

/** The hash of the style attribute on the element with which kit tells screen readers of a new page. */
const announcer = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** A page's content security policy, for one that runs scripts: with leave for kit's announcer. */
export const scriptPolicy = (policy: string): string => `${policy}; style-src-attr 'unsafe-hashes' '${announcer}'`;

/** The door's: with leave for the scanner's WebAssembly too. */
export const doorPolicy = (policy: string): string =>
	scriptPolicy(policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"));
