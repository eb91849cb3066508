import type { Agreement, Controllers } from '../../src/model/agreement.ts';

/**
 * Who can bring each event about, read from the documents and written by hand: alternatives of joint sets, or null
 * where no document says. The reason names the claim; where it starts with "so", the cell follows from the claim. Where
 * no document says and claims are named all the same, they tell who is reported to take part.
 */
export const CONTROLLERS: Readonly<Record<string, readonly [Controllers, string]>> = {
  'phase.oneBegan': [[['israel', 'hamas']], 'document-4.c11 has the two agree to it'],
  'phase.twoBegan': [
    [['israel', 'hamas']],
    'document-4.c8 asks compromises of both leaderships, document-4.c21 has neither sign',
  ],
  'phase.settled': [null, 'nobody is said to settle it'],
  'truce.strained': [[['israel'], ['hamas']], 'document-1.c12 reports breaches on both sides'],
  'truce.steadied': [[['israel', 'hamas']], 'document-4.c4 asks restraint of both'],
  'truce.collapsed': [
    [['israel'], ['hamas']],
    'document-4.c4 asks restraint of both against a return to war, document-1.c20 sees new violence possible',
  ],
  'truce.renewed': [null, 'no document speaks of it'],
  'exchange.livingReturned': [[['israel', 'hamas']], 'document-4.c12 has an exchange'],
  'remains.allButOneReturned': [
    null,
    'who returned them is not said; document-3.c9 tells who helped',
  ],
  'remains.searchResumed': [
    null,
    'document-3.c10 and document-4.c46 tell who takes part, and none who can bring it about',
  ],
  'remains.searchSuspended': [null, 'no document speaks of it'],
  'remains.recovered': [
    null,
    'document-3.c9 and document-4.c46 tell who takes part, and none who can bring it about',
  ],
  'remains.handedOver': [
    [['hamas']],
    'document-4.c13 has Israel charge Hamas with a breach, the body still in Gaza, so it is Hamas',
  ],
  'remains.declaredUnrecoverable': [null, 'no document speaks of it'],
  'rafah.exitOffered': [[['israel']], 'document-4.c17 has Israel agree to exits'],
  'rafah.reopeningAnnounced': [[['committee']], 'document-5.c13 has its head announce it'],
  'rafah.openedBothWays': [
    [['israel']],
    'document-4.c16 has Israel refuse it, document-5.c17 has its cabinet discuss it',
  ],
  'rafah.closed': [[['israel']], 'document-4.c16 has Israel withhold it, document-5.c11 limit it'],
  'aid.surged': [
    null,
    'document-1.c14 wants Israel pressed to let it in, and document-5.c11 has Israel limit access; neither says who can',
  ],
  'aid.sufficed': [
    null,
    'document-1.c14 wants Israel pressed to let it in, and document-5.c11 has Israel limit access; neither says who can',
  ],
  'aid.curtailed': [[['israel']], 'document-5.c11 has Israel limit access'],
  'restrictions.eased': [[['israel']], 'document-5.c11 has Israel limit access'],
  'restrictions.furtherEased': [[['israel']], 'document-5.c11 has Israel limit access'],
  'restrictions.tightened': [[['israel']], 'document-5.c11 has Israel limit access'],
  'withdrawal.pulledBack': [[['israel']], 'document-4.c12 has an Israeli pullback'],
  'withdrawal.timetableAgreed': [
    [['israel', 'hamas']],
    'document-2.c9 has the parties disagree about the timing',
  ],
  'withdrawal.phaseOutBegan': [[['israel']], 'document-4.c20 has the Israeli presence phased out'],
  'withdrawal.completed': [[['israel']], 'document-4.c20 has the Israeli presence phased out'],
  'withdrawal.halted': [[['israel']], 'document-4.c20 has the Israeli presence phased out'],
  'committee.agreed': [null, 'who agrees is not said'],
  'committee.named': [null, 'document-4.c6 asks for it of nobody in particular'],
  'committee.tookOffice': [
    null,
    'document-4.c6 asks for it of nobody in particular, document-5.c8 has two consult on it',
  ],
  'committee.dissolved': [null, 'no document speaks of it'],
  'administration.transferOffered': [[['hamas']], 'document-3.c15 has Hamas offer it'],
  'administration.transferred': [[['hamas']], 'document-3.c15 has Hamas ready to do it'],
  'administration.handedOver': [null, 'who hands over is not said'],
  'administration.reverted': [null, 'no document speaks of it'],
  'boardOfPeace.established': [
    null,
    'document-4.c20 tells who is to lead it, document-4.c6 who asks for it, document-3.c21 and document-3.c22 who prepares it',
  ],
  'boardOfPeace.beganOperating': [
    null,
    'document-4.c20 and document-3.c22 tell who may lead it, document-4.c37 who asks for it',
  ],
  'boardOfPeace.dissolved': [null, 'no document speaks of it'],
  'stabilizationForce.mandateAgreed': [
    null,
    'who agrees on it is not said; document-3.c13 and document-4.c45 tell of talks',
  ],
  'stabilizationForce.contributorsPledged': [
    null,
    'the countries are not named; document-4.c25 has the United States look for them',
  ],
  'stabilizationForce.contributorsWithdrew': [null, 'the countries are not named'],
  'stabilizationForce.deploymentBegan': [null, 'who deploys it is not said'],
  'stabilizationForce.deployed': [null, 'who deploys it is not said'],
  'stabilizationForce.withdrawn': [null, 'no document speaks of it'],
  'turkishContingent.included': [
    null,
    'who decides is not said; document-4.c43, document-4.c44 and document-4.c45 tell who is for and against',
  ],
  'turkishContingent.excluded': [
    null,
    'who decides is not said; document-4.c43, document-4.c44 and document-4.c45 tell who is for and against',
  ],
  'weapons.formulaTabled': [
    null,
    'document-3.c13 and document-3.c16 tell who moves closer on it, and none who can table it',
  ],
  'weapons.frozen': [[['hamas']], 'document-3.c18 has Hamas offer it'],
  'weapons.heldInTrust': [
    [['hamas', 'factions']],
    'document-3.c14 and document-3.c16 speak of the weapons of Hamas and other factions',
  ],
  'weapons.disarmamentAccepted': [[['hamas']], 'document-4.c23 has Hamas refuse it'],
  'weapons.decommissioningBegan': [[['hamas']], "document-4.c22 means Hamas's weapons"],
  'weapons.decommissioned': [[['hamas']], "document-4.c22 means Hamas's weapons"],
  'weapons.takenBack': [null, 'no document speaks of it'],
  'demilitarization.began': [null, 'who carries it out is not said'],
  'demilitarization.completed': [null, 'who carries it out is not said'],
  'demilitarization.reversed': [null, 'no document speaks of it'],
  'longTruce.proposed': [[['hamas']], 'document-3.c18 has Hamas offer it'],
  'longTruce.began': [[['israel', 'hamas']], 'document-3.c18 offers it, so it takes both sides'],
  'longTruce.lapsed': [null, 'no document speaks of it'],
  'freezeGuarantees.given': [null, 'document-3 names no guarantor'],
  'freezeGuarantees.revoked': [null, 'document-3 names no guarantor'],
  'custodyGuarantees.given': [null, 'document-3 names no guarantor'],
  'custodyGuarantees.revoked': [null, 'document-3 names no guarantor'],
  'politicalProcess.defined': [null, 'who defines it is not said'],
  'politicalProcess.began': [null, 'who begins it is not said'],
  'politicalProcess.suspended': [null, 'no document speaks of it'],
  'talks.confirmed': [
    null,
    'document-3.c3 has Hamas wait for the mediators, document-3.c4 what is expected first; which of them confirms is not said',
  ],
  'talks.roundBegan': [
    [['israel', 'hamas']],
    'document-3.c3 has indirect talks, between the two sides',
  ],
  'talks.stalled': [[['israel'], ['hamas']], 'document-4.c9 has neither be made to act'],
  'talks.understandingReached': [
    [['israel', 'hamas']],
    'document-4.c8 asks compromises of both leaderships',
  ],
  'talks.reopened': [[['israel'], ['hamas']], 'document-4.c9 has neither be made to act'],
  'understandings.finalised': [[['us', 'israel']], 'document-3.c4 has the two settle them'],
  'understandings.reopened': [[['us'], ['israel']], 'document-3.c4 has them between the two'],
  'signature.signed': [[['israel', 'hamas']], 'document-4.c21 has neither sign'],
  'signature.withdrawn': [[['israel'], ['hamas']], 'document-4.c21, so each can take its own back'],
  'nationalMeeting.called': [[['hamas', 'factions']], 'document-3.c11 has them prepare it'],
  'nationalMeeting.held': [[['hamas', 'factions']], 'document-3.c11 has them prepare it'],
  'nationalMeeting.consensusReached': [
    [['hamas', 'factions', 'fatah']],
    'document-3.c11 has them prepare it, document-3.c12 expects Fatah to take part',
  ],
  'nationalMeeting.calledOff': [null, 'no document speaks of it'],
  'nationalMeeting.consensusLost': [null, 'no document speaks of it'],
  'paReform.began': [[['pa']], 'document-4.c39 has the Authority finish its programme'],
  'paReform.completed': [[['pa']], 'document-4.c39 has the Authority finish its programme'],
  'paReform.stalled': [[['pa']], 'document-4.c39 has the Authority finish its programme'],
  'monitoring.agreed': [null, 'who agrees on it is not said'],
  'monitoring.beganOperating': [null, 'who operates it is not said'],
  'monitoring.suspended': [null, 'no document speaks of it'],
  'reconstruction.began': [
    null,
    'document-5.c22 gives the task to one body, document-4.c37 to another',
  ],
  'reconstruction.completed': [null, 'who completes it is not said'],
  'reconstruction.suspended': [null, 'no document speaks of it'],
};

/** Events of the table whose controllers are not those of the table, with both. */
export function controllerDifferences(agreement: Agreement): string[] {
  return Object.entries(CONTROLLERS).flatMap(([id, [controllers]]) => {
    const found = inOrder(agreement.events.get(id)?.controllers);
    const pinned = inOrder(controllers);
    return found === pinned ? [] : [`${id}: ${found}, and by the documents ${pinned}`];
  });
}

/** Neither the order of alternatives nor that within a joint set means anything. */
function inOrder(controllers: Controllers | undefined): string {
  if (controllers === undefined) return 'no event';
  if (controllers === null) return 'unstated';
  return `[${controllers.map((set) => set.toSorted().join('+')).toSorted()}]`;
}
