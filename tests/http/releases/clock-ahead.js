// Loaded before the app (node --import clock-ahead.js?days=1): its clock is so many days ahead.
const RealDate = Date;
const ahead = Number(new URL(import.meta.url).searchParams.get('days')) * 86_400_000;
const now = () => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
	construct: (target, parts) => Reflect.construct(target, parts.length === 0 ? [now()] : parts),
	get: (target, name) => (name === 'now' ? now : Reflect.get(target, name))
});
