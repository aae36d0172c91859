// Reads one ledger file from its input and writes what it holds, as JSON, to its output. It runs in a process of its
// own with a small heap (lib/server/ledgers/sheet-file.ts), so a hostile file harms this process alone and no other
// request waits.
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { readFile } from './ledger-file/read-file.js';

/** @type {Buffer[]} */
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
process.stdout.write(JSON.stringify(await readFile(Buffer.concat(chunks))));
