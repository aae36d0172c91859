import { calendars, mostImported, type Calendar } from '$lib/domain/elder';
import { elderColumns, type ElderCells } from '$lib/domain/elder-list';
import type { ElderLine, LineFault } from '$lib/server/elder-import';

/** Which cell a fault is mended in. */
export const cellOfFault: Record<LineFault, keyof ElderCells> = {
	'name-missing': 'name',
	'name-wrong': 'name',
	'sex-wrong': 'sex',
	'birth-missing': 'birth',
	'birth-wrong': 'birth',
	'calendar-unsaid': 'calendar',
	'group-unknown': 'group',
	'phone-wrong': 'phone',
	'mobility-wrong': 'mobility',
	'diet-wrong': 'diet',
	'companions-wrong': 'companions'
};

/** The lines of a posted preview: each as it stood (`line.0`), over it what was mended (`line.0.name`), and whether to leave it out. */
export function readPostedLines(form: FormData): ElderLine[] {
	const lines: ElderLine[] = [];
	for (let nth = 0; nth < mostImported && form.has(`line.${nth}`); nth++) {
		const line = readLine(String(form.get(`line.${nth}`)));
		if (line === null) continue;
		const mended = elderColumns.flatMap((column) => {
			const typed = form.get(`line.${nth}.${column}`);
			return typeof typed === 'string' ? [[column, typed.trim()] as const] : [];
		});
		lines.push({
			id: line.id,
			cells: { ...line.cells, ...Object.fromEntries(mended) },
			isLeftOut: form.has(`line.${nth}.out`)
		});
	}
	return lines;
}

/** How the birth dates are to be taken of which the file does not say it; null: not answered. */
export function readCalendar(form: FormData): Calendar | null {
	return calendars.find((calendar) => calendar === form.get('calendar')) ?? null;
}

function readLine(json: string): { id: string; cells: ElderCells } | null {
	try {
		const { id, cells } = JSON.parse(json) as { id?: unknown; cells?: Record<string, unknown> };
		if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id) || typeof cells !== 'object') return null;
		const texts = elderColumns.map((column) => [column, String(cells[column] ?? '').slice(0, 200)]);
		return { id, cells: Object.fromEntries(texts) as ElderCells };
	} catch {
		return null;
	}
}
