import {json} from '@codemirror/lang-json';
import {MergeView} from '@codemirror/merge';
import {EditorState, type Extension} from '@codemirror/state';
import {EditorView, lineNumbers} from '@codemirror/view';
import {useEffect, useRef} from 'react';
import type {Body} from '../api/types';
import {useTexts} from '../texts';
import {lookOfPayloads} from './payloadLook';
import {sortedJson} from './sortedJson';

/**
 * Two payloads with their differences marked. They stand in a shadow root: there the editor's styles are adopted style
 * sheets, which the content security policy allows; in the page they would be inline.
 */
export function Compared({before, after}: {before: Body | null; after: Body | null}) {
  const {document: t} = useTexts();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const root = place.current.shadowRoot ?? place.current.attachShadow({mode: 'open'});
    const view = new MergeView({
      a: {doc: textOf(before), extensions: reading(t.before)},
      b: {doc: textOf(after), extensions: reading(t.after)},
      parent: root,
      root,
      collapseUnchanged: {margin: 3, minSize: 8},
      gutter: true,
    });
    return () => view.destroy();
  }, [before, after, t]);
  return <div ref={place} className="compared" />;
}

const textOf = (body: Body | null) => (body === null || body.json === null ? '' : sortedJson(body.json));

const reading = (label: string): Extension[] => [
  EditorState.readOnly.of(true),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({'aria-label': label}),
  lineNumbers(),
  json(),
  ...lookOfPayloads,
];
