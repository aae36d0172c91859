// Loaded before the app (node --import clock-ahead.js?days=1): its clock is so many days ahead.
const RealDate = Date;
const ahead = Number(new URL(import.meta.url).searchParams.get('days')) * 86_400_000;

globalThis.Date = class extends RealDate {
	constructor(...parts) {
		if (parts.length === 0) super(RealDate.now() + ahead);
		else super(...parts);
	}
	static now = () => RealDate.now() + ahead;
};
