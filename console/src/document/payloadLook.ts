import {HighlightStyle, syntaxHighlighting} from '@codemirror/language';
import type {Extension} from '@codemirror/state';
import {EditorView} from '@codemirror/view';
import {tags} from '@lezer/highlight';

const FONT = "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, 'DejaVu Sans Mono', monospace";

const quiet = HighlightStyle.define([
  {tag: tags.propertyName, color: 'var(--k-text)'},
  {tag: [tags.string, tags.number, tags.bool, tags.null], color: 'var(--k-accent)'},
  {tag: [tags.punctuation, tags.brace, tags.squareBracket, tags.separator], color: 'var(--k-dim)'},
]);

/** The console's colours for payloads; variables reach into the shadow root. */
export const lookOfPayloads: Extension[] = [
  syntaxHighlighting(quiet),
  EditorView.theme({
    '&': {backgroundColor: 'var(--k-bg)', color: 'var(--k-text)', fontSize: '12px'},
    '.cm-content': {fontFamily: FONT, padding: '4px 0'},
    '.cm-gutters': {backgroundColor: 'var(--k-bg)', color: 'var(--k-dim)', border: 'none'},
    '&.cm-merge-a .cm-changedLine, &.cm-merge-b .cm-changedLine': {backgroundColor: 'var(--k-side)'},
    '&.cm-merge-a .cm-changedText, &.cm-merge-b .cm-changedText': {background: 'var(--k-mark)'},
    '.cm-collapsedLines': {background: 'var(--k-side)', color: 'var(--k-dim)'},
    '.cm-changedLineGutter, .cm-deletedLineGutter': {background: 'var(--k-line-strong)'},
  }),
];
