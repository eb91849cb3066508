import { show } from './show.js';

await show(
  import.meta.glob('../lease/**/*.yaml', { query: '?raw', import: 'default', eager: true }),
);
