// Reads one ledger file from its input and writes what it holds, as JSON, to its output. It runs in a process of its
// own with a small heap (lib/server/ledgers/files/sheet-file.ts), so a hostile file harms this process alone and no other
// request waits. The first line of the input says what the ledger's headings are known by; the file comes after it.
import { Buffer } from 'node:buffer';
import { constants, setPriority } from 'node:os';
import process from 'node:process';
import { readFile } from './ledger-file/read-file.js';

// Requests go before files.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/** @type {Buffer[]} */
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const input = Buffer.concat(chunks);
const end = input.indexOf('\n');
const known = JSON.parse(input.subarray(0, end).toString('utf8'));
process.stdout.write(JSON.stringify(await readFile(input.subarray(end + 1), known)));
