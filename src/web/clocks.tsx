import { Slider } from '@base-ui/react/slider';
import type { ReactElement } from 'react';
import { momentHereText } from '../explain/moment-text.ts';
import { told } from '../lab/scene.ts';
import { dayText } from '../model/day-words.ts';
import { daysCovered } from './days-covered.ts';
import { useLaboratory } from './laboratory.ts';

const KINDS = ['asOf', 'knownBy'] as const;
const LABELS = { asOf: 'As of', knownBy: 'Known by' } as const;

/** Both clocks, each as a slider over the days of the scenario; at its end a clock is off. */
export function Clocks(): ReactElement | null {
  const { setting, agreement, lab, scene, act } = useLaboratory();
  const days = daysCovered(agreement, told(setting, lab.scenarios, lab.scenario).story);
  if (days.length === 0) return null;
  const end = days.length;
  return (
    <section className="clocks" aria-label="Days">
      {KINDS.map((kind) => {
        const day = lab.clocks[kind];
        const value = day === null ? end : Math.max(0, days.indexOf(day));
        const said = day === null ? OFF[kind] : dayText(day);
        return (
          <Slider.Root
            key={kind}
            className="slider"
            min={0}
            max={end}
            value={value}
            onValueChange={(at) => {
              act({ kind: 'look', clocks: { ...lab.clocks, [kind]: days[at] ?? null } });
              // As of a day everything counts that has happened by then, whatever step was on show.
              act({ kind: 'show', scenario: lab.scenario, position: scene.story.steps.length - 1 });
            }}
          >
            <Slider.Label className="slider-label">{LABELS[kind]}</Slider.Label>
            <Slider.Control className="slider-control">
              <Slider.Track className="slider-track">
                <Slider.Indicator className="slider-indicator" />
                <Slider.Thumb
                  className="slider-thumb"
                  getAriaValueText={() => said}
                  getAriaLabel={() => LABELS[kind]}
                />
              </Slider.Track>
            </Slider.Control>
            <output className="slider-value">{said}</output>
          </Slider.Root>
        );
      })}
      <p className="moment">{momentHereText(scene.moment)}</p>
    </section>
  );
}

const OFF = { asOf: 'the end', knownBy: 'the end' } as const;
