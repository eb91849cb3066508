// esbuild page-esbuild.js --bundle --format=esm --loader:.yaml=text
import agreement from '../lease/agreement.yaml';
import events from '../lease/events.yaml';
import parties from '../lease/parties.yaml';
import downstream from '../lease/readings/downstream.yaml';
import upstream from '../lease/readings/upstream.yaml';
import regions from '../lease/regions.yaml';
import season from '../lease/scenarios/first-season.yaml';
import notice from '../lease/sources/notice-1.yaml';
import { show } from './show.js';

await show({
  'agreement.yaml': agreement,
  'events.yaml': events,
  'parties.yaml': parties,
  'regions.yaml': regions,
  'readings/downstream.yaml': downstream,
  'readings/upstream.yaml': upstream,
  'scenarios/first-season.yaml': season,
  'sources/notice-1.yaml': notice,
});
