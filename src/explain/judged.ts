import type { Moment } from '../model/moment.ts';

/** Where something is judged: of what had been published by then alone it is told, and of the steps that were played. */
export type Judged = Pick<Moment, 'agreement' | 'viewpoint' | 'played'>;
