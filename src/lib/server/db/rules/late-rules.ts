import type { LateKind } from './counted-kind';
import { lateKinds } from './counted-records';

/** The triggers that note what comes, changes or goes in a closed period, with the act that did it. */
export const lateRules = (): string[] => lateKinds.map(triggerOf);

function triggerOf({ name, table, on, type, record, day, units, change, from, where }: LateKind): string {
	const act = typeof on === 'string' ? on : `UPDATE OF ${on.join(', ')}`;
	const done = on === 'INSERT' ? 'added' : on === 'DELETE' ? 'deleted' : 'changed';
	const how =
		change === 'removed or changed'
			? "CASE WHEN NEW.is_removed AND NOT OLD.is_removed THEN 'removed' ELSE 'changed' END"
			: `'${change}'`;
	return `-- Notes a ${type} of a closed period as ${change}, with the act that did it, when a row of ${table} is ${done}.
CREATE TRIGGER late_${name} AFTER ${act} ON ${table} BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, '${type}', ${record}, ${day}, ${how}, a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM ${from ? `${from} JOIN ` : ''}closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (${units})
			JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE ${where.join('\n\t\t\tAND ')}
		ON CONFLICT DO NOTHING;
END;`;
}
