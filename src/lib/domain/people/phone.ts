import { foldText } from '../folded-text';

const mobile = /^1[3-9]\d{9}$/;
/** Area codes are 010 and 02x with eight digits, the others 0xxx with seven or eight. */
const landline = /^(?:(010|02\d)[2-9]\d{7}|(0[3-9]\d{2})[2-9]\d{6,7})$/;
const local = /^[2-9]\d{6,7}$/;

/**
 * A telephone number as people type it, as its digits; null when it is none.
 * Spaces, hyphens, brackets and invisible marks of a copied contact are dropped, full-width digits and +86 / 0086 accepted.
 * Mobiles, landlines with area code ("023-7123 4567" → "02371234567") and local ones of 7–8 digits (people-and-privacy.md).
 */
export function normalizePhone(text: string): string | null {
	const typed = foldText(text).replace(/[\s\p{Cf}\p{Pd}−()]/gu, '');
	const [, country, digits = ''] = /^(\+86|0086|86(?=1[3-9]\d{9}$))?(\d+)$/.exec(typed) ?? [];
	// From abroad, +86 replaces the 0 of the area code: +86 23 7123 4567.
	const atHome = country && !mobile.test(digits) && !digits.startsWith('0') ? `0${digits}` : digits;
	return [mobile, landline, local].some((form) => form.test(atHome)) ? atHome : null;
}

/** Whether normalised digits are a mainland mobile, which can take a text message. */
export function isMobile(phone: string): boolean {
	return mobile.test(phone);
}

/**
 * A normalised number with four digits hidden: 138****1234, 023****4567, 71****67. The area code stays.
 * What is no number at all is hidden wholly.
 */
export function maskPhone(phone: string): string {
	if (mobile.test(phone)) return hideFour(phone, 3);
	if (local.test(phone)) return hideFour(phone, Math.floor((phone.length - 4) / 2));
	const [, short, long] = landline.exec(phone) ?? [];
	const area = short ?? long;
	return area ? hideFour(phone, area.length) : '****';
}

function hideFour(phone: string, from: number): string {
	return `${phone.slice(0, from)}****${phone.slice(from + 4)}`;
}

/** A normalised number as it is printed and read out: 138 0000 1234, 023-7123 4567. What is no number stays as it is. */
export function formatPhone(phone: string): string {
	if (mobile.test(phone)) return `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`;
	const [, short, long] = landline.exec(phone) ?? [];
	const area = short ?? long;
	if (!area) return phone;
	const own = phone.slice(area.length);
	return `${area}-${own.slice(0, -4)} ${own.slice(-4)}`;
}
