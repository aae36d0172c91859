import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '../client';
import { eventSeries } from '../schema/events/event-series';

type Statement = BatchItem<'sqlite'>;

export const insertSeries = (db: Database, series: typeof eventSeries.$inferInsert): Statement =>
	db.insert(eventSeries).values(series);
