import { defineConfig } from 'eslint/config';
// The plugin as this repository builds it, so that linting needs no installation here. In your project: `from 'eslint-plugin-fortress'`.
import fortress from '../../dist/index.js';

export default defineConfig(fortress.configs.recommended);
