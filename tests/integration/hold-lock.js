// Another program at work on a database file: it holds the lock for so many milliseconds, and says when it has it and when it lets go.
import Libsql from 'libsql';
import process from 'node:process';

const [path = '', ms = ''] = process.argv.slice(2);
const db = new Libsql(path, { timeout: 5000 });
db.exec('BEGIN IMMEDIATE; UPDATE units SET position = position');
process.send?.('held');
setTimeout(() => {
	db.exec('COMMIT');
	process.send?.('free');
	process.disconnect();
}, Number(ms));
