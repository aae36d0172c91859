import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { rangePeriods } from '../../../src/lib/domain/calendar/reporting-period';
import type { KnownExtent } from '../../../src/lib/domain/figures/known';
import {
	countsEvent,
	firstDays,
	firstUnsettled,
	isKnownTo,
	settledExtent,
	type UnsettledEvents
} from '../../../src/lib/domain/figures/unsettled';

const year = yearBounds(2026);
const event = (fromOn: string, over: Partial<UnsettledEvents> = {}): UnsettledEvents => ({
	...{ kind: 'lecture', topic: 'health', fromOn, endOn: fromOn },
	...over
});
const extent = (over: Partial<KnownExtent> = {}): KnownExtent => ({
	...{ state: 'known', from: '2026-01', to: '2026-12', due: '2026-12', units: 1, furthest: null },
	...over
});

describe('an event that is neither completed nor cancelled', () => {
	it('bears on the figures that count its kind and topic', () => {
		const lecture = event('2026-08-10');
		expect(countsEvent({ from: 'events', kind: 'lecture' }, lecture)).toBe(true);
		expect(countsEvent({ from: 'events', kind: 'lecture', topic: 'health' }, lecture)).toBe(true);
		expect(countsEvent({ from: 'events', kind: 'lecture', topic: 'micro-talk' }, lecture)).toBe(false);
		expect(countsEvent({ from: 'events', kind: 'performance' }, lecture)).toBe(false);
		expect(countsEvent({ from: 'lecture-attendance' }, lecture)).toBe(true);
		expect(countsEvent({ from: 'blood-and-checkups' }, lecture)).toBe(false);
		const drive = event('2026-08-10', { kind: 'blood-drive', topic: null });
		expect(countsEvent({ from: 'lecture-attendance' }, drive)).toBe(false);
		expect(countsEvent({ from: 'blood-and-checkups' }, drive)).toBe(true);
		expect(countsEvent({ from: 'donations', counts: 'donors' }, drive)).toBe(true);
		expect(countsEvent({ from: 'birthday-guests', result: 'attended' }, drive)).toBe(false);
		const banquet = event('2026-08-10', { kind: 'birthday-banquet', topic: null });
		expect(countsEvent({ from: 'birthday-guests', result: 'attended' }, banquet)).toBe(true);
		expect(countsEvent({ from: 'donations', counts: 'donors' }, banquet)).toBe(false);
		expect(countsEvent({ from: 'pledges-signed' }, banquet)).toBe(false);
	});

	it('is the first of its period', () => {
		const events = [event('2026-09-01'), event('2026-08-10'), event('2025-12-31'), event('2027-01-01')];
		expect(firstUnsettled(events, year, false)).toBe('2026-08-10');
		expect(firstUnsettled([event('2026-01-01')], year, false)).toBe('2026-01-01');
		expect(firstUnsettled([event('2026-12-31')], year, false)).toBe('2026-12-31');
		expect(firstUnsettled(events.slice(2), year, false)).toBeNull();
	});

	it('of a running period is none before the day after it is over', () => {
		const running = (toOn: string, one = event('2026-08-10')) => firstUnsettled([one], { ...year, toOn }, true);
		expect(running('2026-08-10')).toBeNull();
		expect(running('2026-08-11')).toBe('2026-08-10');
		const ofTwoDays = event('2026-08-10', { endOn: '2026-08-11' });
		expect(running('2026-08-11', ofTwoDays)).toBeNull();
		expect(running('2026-08-12', ofTwoDays)).toBe('2026-08-10');
	});
});

describe('a figure with one', () => {
	const cut = (on: string | null, over: Partial<KnownExtent> = {}) => settledExtent(extent(over), on, year);

	it('is known up to the day before, with the months that are whole', () => {
		expect(cut('2026-08-10')).toMatchObject({ state: 'part', to: '2026-07', settledTo: '2026-08-09' });
		expect(cut('2026-08-01')).toMatchObject({ state: 'part', to: '2026-07', settledTo: '2026-07-31' });
		expect(cut('2026-01-02')).toMatchObject({ state: 'part', to: null, settledTo: '2026-01-01' });
		expect(cut('2026-02-01')).toMatchObject({ state: 'part', to: '2026-01', settledTo: '2026-01-31' });
	});

	it('is not known at all from the first day on, nor from before its ledger', () => {
		expect(cut('2026-01-01')).toMatchObject({ state: 'unknown', to: null });
		expect(cut('2026-05-01', { from: '2026-05' })).toMatchObject({ state: 'unknown', to: null });
		expect(cut('2026-05-02', { from: '2026-05' })).toMatchObject({ state: 'part', to: null, settledTo: '2026-05-01' });
	});

	it('is not known at all where the period begins with it, within a month', () => {
		const from = (fromOn: string) => settledExtent(extent({ from: '2026-05' }), '2026-05-10', { ...year, fromOn });
		expect(from('2026-05-10')).toMatchObject({ state: 'unknown', to: null, settledTo: '2026-05-09' });
		expect(from('2026-05-09')).toMatchObject({ state: 'part', to: null, settledTo: '2026-05-09' });
	});

	it('stays as far as it is known where that is less, or there is no such event', () => {
		expect(cut(null)).toEqual(extent());
		const part = { state: 'part', to: '2026-03' } as const;
		expect(cut('2026-08-10', part)).toEqual(extent(part));
		expect(cut('2026-04-01', part)).toEqual(extent(part));
		expect(cut('2026-03-31', part)).toMatchObject({ state: 'part', to: '2026-02', settledTo: '2026-03-30' });
		const none = { state: 'unknown', from: null, to: null } as const;
		expect(cut('2026-08-10', none)).toEqual(extent(none));
		const late = { state: 'unknown', to: null } as const;
		expect(cut('2026-08-10', late)).toEqual(extent(late));
	});
});

describe('the first days of a period', () => {
	it('are compared with the same days of the other', () => {
		const periods = rangePeriods(year, '2027-05-01');
		expect(firstDays(periods, '2026-01', '2026-08-09')).toEqual({
			now: { fromOn: '2026-01-01', toOn: '2026-08-09' },
			before: { fromOn: '2025-01-01', toOn: '2025-08-09' }
		});
		expect(firstDays(periods, '2026-05', '2026-07-31')).toEqual({
			now: { fromOn: '2026-05-01', toOn: '2026-07-31' },
			before: { fromOn: '2025-05-01', toOn: '2025-07-31' }
		});
		const withinMonth = rangePeriods({ ...year, fromOn: '2026-05-10' }, '2027-05-01');
		expect(firstDays(withinMonth, '2026-05', '2026-07-31').now).toEqual({ fromOn: '2026-05-10', toOn: '2026-07-31' });
		const months = rangePeriods({ fromOn: '2026-02-01', toOn: '2026-03-31' }, '2027-05-01', 'period-before');
		expect(firstDays(months, '2026-02', '2026-02-09').before).toEqual({ fromOn: '2025-12-01', toOn: '2025-12-09' });
	});

	it('are known of a figure that is known whole, or at least up to their end', () => {
		expect(isKnownTo(extent(), '2026-12-31')).toBe(true);
		const part = extent({ state: 'part', to: '2026-07', settledTo: '2026-08-09' });
		expect([isKnownTo(part, '2026-08-09'), isKnownTo(part, '2026-08-10')]).toEqual([true, false]);
		const byMonth = extent({ state: 'part', to: '2026-07' });
		expect([isKnownTo(byMonth, '2026-07-31'), isKnownTo(byMonth, '2026-08-01')]).toEqual([true, false]);
		expect(isKnownTo(extent({ state: 'part', to: null }), '2026-01-01')).toBe(false);
		expect(isKnownTo(extent({ state: 'unknown', to: null, settledTo: '2026-01-09' }), '2026-01-05')).toBe(false);
	});
});
