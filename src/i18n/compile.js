// `npm run messages`: compiles the message files, which the type check and the linter read too.
import { ensureMessages } from './messages.js';

await ensureMessages();
