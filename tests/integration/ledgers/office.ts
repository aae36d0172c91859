import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** The text of a DOCX file as LibreOffice reads it. */
export async function readWithOffice(file: Uint8Array): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'xinfeng-office-'));
	try {
		const path = join(folder, 'review.docx');
		writeFileSync(path, file);
		await promisify(execFile)('soffice', [
			'--headless',
			'--norestore',
			`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
			'--convert-to',
			'txt:Text (encoded):UTF8',
			'--outdir',
			folder,
			path
		]);
		return readFileSync(join(folder, 'review.txt'), 'utf8');
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
