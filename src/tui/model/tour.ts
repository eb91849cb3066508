/** The five cards of the first-run tour: what is on the screen, and what to try. */
export const TOUR: readonly { readonly title: string; readonly text: readonly string[] }[] = [
  {
    title: 'A record, step by step',
    text: [
      'The screen plays what the sources report: Right is the next step, Left goes back, t looks as of a day, or by what was known by then.',
      'Every line is one of three and says which: sourced (it cites claims), derived (computed from the model), or assumed (your own).',
    ],
  },
  {
    title: 'One record, several readings',
    text: [
      'The parties differ over what has happened, and over what is required. Each has a reading: what it is reported to ask, to object to or to back.',
      'r shows the next reading, v goes back to what is reported, g shows every gate under every reading.',
    ],
  },
  {
    title: 'What if?',
    text: [
      'w opens all that could happen here: what no stated position refuses first, then what is contested or refused, each with its reason. Enter lets it happen, on a branch of your own; the record stays as it is.',
      'u undoes, U does again, and both go as far back as you like.',
    ],
  },
  {
    title: 'Play on, compare, ask',
    text: [
      'c plays the later steps of the record on your changed past. d lays two branches side by side. B shows all your branches.',
      'a says everything about a gate, and p looks for the shortest way through it.',
    ],
  },
  {
    title: 'Find your way, take it with you',
    text: [
      'S saves a branch as a scenario file, e shows the command lines for what is on screen. The session itself is kept at every step: phasegate resume goes on with it.',
      ': finds anything by its name, / filters a pane, ? explains the view that you are in, T shows these cards again.',
    ],
  },
];
