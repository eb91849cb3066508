import { partyTitle } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import type { DutyInRun, DutyStanding } from '../answer/duties.ts';
import { several, type Sheet, sheetOf } from './sheet.ts';
import { deadlineText, DUTY_WORDS } from './duties-text.ts';
import { runTitle } from './words.ts';

/** `duties` as a table: a row for every duty in every run. */
export function dutiesSheet({ agreement, day }: Moment, standings: readonly DutyStanding[]): Sheet {
  const rows = standings.flatMap((standing) =>
    standing.runs.map((inRun): DutyStanding & DutyInRun => ({ ...standing, ...inRun })),
  );
  return sheetOf(rows, {
    duty: ({ duty }) => duty.id,
    event: ({ event }) => event.id,
    event_title: ({ event }) => event.title,
    binds: ({ bound }) => several(bound.parties ?? []),
    binds_titles: ({ bound }) =>
      several((bound.parties ?? []).map((id) => partyTitle(agreement, id))),
    roles: ({ bound }) => several(new Set(bound.roles.map(({ role }) => role))),
    roles_titles: ({ bound }) =>
      several(new Set(bound.roles.map(({ role }) => partyTitle(agreement, role)))),
    deadline: ({ duty }) => deadlineText(agreement, duty),
    run: ({ run }) => run,
    run_title: ({ run }) => runTitle(agreement, run),
    as_of: () => day,
    status: ({ status }) => DUTY_WORDS[status].word,
    possible: ({ possible }) => several(possible.map((each) => DUTY_WORDS[each].word)),
    due_from: ({ due }) => due?.from ?? null,
    due_to: ({ due }) => due?.to ?? null,
    met_from: ({ met }) => met?.days.from ?? null,
    met_to: ({ met }) => met?.days.to ?? null,
    met_certain: ({ met }) => met?.isCertain ?? null,
    days_left_min: ({ left }) => left?.least ?? null,
    days_left_max: ({ left }) => left?.most ?? null,
    days_late_min: ({ late }) => late?.least ?? null,
    days_late_max: ({ late }) => late?.most ?? null,
    basis: ({ duty }) => duty.basis,
    claims: ({ claims }) => several(claims),
  });
}
