import {Button} from '@mantine/core';
import {useState} from 'react';
import {useTexts} from '../texts';

/** Puts a text on the clipboard and says so; also where the page has no right to the clipboard (plain http). */
export function CopyButton({text, label}: {text: string; label?: string}) {
  const texts = useTexts();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await put(text);
    setCopied(true);
    window.setTimeout(() => setCopied(false), 2000);
  };
  return (
    <Button size="compact-xs" onClick={() => void copy()} aria-live="polite">
      {copied ? texts.common.copied : (label ?? texts.common.copy)}
    </Button>
  );
}

async function put(text: string) {
  if (window.isSecureContext) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  // The only way outside a secure context.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand('copy');
  area.remove();
}
