import type {System} from '../api/setup';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';

/** The first step: what is to be connected. */
export function SystemChoice({systems, onChoose}: {systems: System[]; onChoose: (id: string) => void}) {
  const {setup: t} = useTexts();
  return (
    <Section title={t.chooseSystem}>
      <ul className="systems">
        {systems.map(({id, title}) => (
          <li key={id}>
            <button type="button" onClick={() => onChoose(id)}>
              <b>{title}</b>
              <span className="dim code">{id}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
