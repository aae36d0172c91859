// `node src/i18n/compile.js`: compiles the message files without a build, for the type check and the linter.
import { compile } from '@inlang/paraglide-js';
import { compilerOptions } from './compiler-options.js';

await compile(compilerOptions);
