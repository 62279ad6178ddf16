import type {FlowValues, SetUpFlow} from '../api/setup';
import type {Texts} from '../texts/en';
import {durationWords} from './durations';
import {without} from './rules';

/** Changes of a flow's settings; null takes one back. */
export type Changes = {[name in keyof FlowValues]?: FlowValues[name] | null};

/** What a flow does not do it has no settings for. */
export function offered({polled, compared}: SetUpFlow): (keyof FlowValues)[] {
  const all: (keyof FlowValues)[] = ['enabled', 'dryRun', 'poll', 'quiet', 'reconcile', 'sla'];
  return all.filter(name => (name !== 'poll' || polled) && (name !== 'reconcile' || compared));
}

/** A setting as people read it. */
export function valueText(name: keyof FlowValues, flow: SetUpFlow, texts: Texts): string {
  const {values} = flow;
  if (!offered(flow).includes(name)) return '–';
  switch (name) {
    case 'enabled':
      return values.enabled ? texts.setup.on : texts.setup.off;
    case 'dryRun':
      return values.dryRun ? texts.setup.yes : texts.setup.no;
    case 'poll':
      return durationWords(values.poll, texts);
    case 'quiet':
      return values.quiet.map(w => `${w.from}–${w.to}`).join(', ') || texts.setup.nothing;
    case 'reconcile':
      return values.reconcile ?? texts.setup.nothing;
    case 'sla':
      return values.sla === null ? texts.setup.nothing : durationWords(values.sla, texts);
  }
}

/** The values as they will be. */
export function withChanges({values, otherwise}: SetUpFlow, changes: Changes): FlowValues {
  const next = {...values};
  for (const [name, value] of Object.entries(changes)) {
    Object.assign(next, {[name]: value === null ? otherwise[name as keyof FlowValues] : value});
  }
  return next;
}

/** One change more; what is as it was before is none. */
export function changing<Name extends keyof FlowValues>(
  flow: SetUpFlow,
  changes: Changes,
  name: Name,
  value: FlowValues[Name] | null,
): Changes {
  const others = without(changes, name);
  const same =
    value === null ? !flow.changed.includes(name) : JSON.stringify(value) === JSON.stringify(flow.values[name]);
  return same ? others : {...changes, [name]: value};
}
