import type { BatchItem } from 'drizzle-orm/batch';

/** One statement of a batch. */
export type Statement = BatchItem<'sqlite'>;

/** When a record was written (ms, UTC) and by which account; null for a villager. */
export type Stamp = { at: number; byId: string | null };
