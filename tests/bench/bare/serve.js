// Serves the bare app as src/boot/serve.js serves ours, without compression.
import { createServer } from 'node:http';
import process from 'node:process';

process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
const built = new URL('./build/handler.js', import.meta.url).href;
const { handler } = await import(built);

const server = createServer((request, response) => {
	request.headers['x-forwarded-proto'] = 'http';
	handler(request, response);
});
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	if (typeof address === 'object') console.log(`http://127.0.0.1:${address?.port}`);
});
process.on('SIGTERM', () => process.exit(0));
