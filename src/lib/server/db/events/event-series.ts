import type { Database } from '../client';
import type { Statement } from '../statement';
import { eventSeries } from '../schema/events/event-series';

export const insertSeries = (db: Database, series: typeof eventSeries.$inferInsert): Statement =>
	db.insert(eventSeries).values(series);
