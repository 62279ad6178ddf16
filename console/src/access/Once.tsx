import {Button} from '@mantine/core';
import {CopyButton} from '../parts/CopyButton';
import {useTexts} from '../texts';

/** A secret that is shown once. */
export function Once({
  label,
  hint,
  secret,
  onClose,
}: {
  label: string;
  hint: string;
  secret: string;
  onClose: () => void;
}) {
  const texts = useTexts();
  return (
    <div className="notice good row banner" role="status">
      <span>
        <b>{label}</b> <span className="code">{secret}</span> <span className="dim">{hint}</span>
      </span>
      <CopyButton text={secret} />
      <Button size="compact-xs" onClick={onClose}>
        {texts.common.close}
      </Button>
    </div>
  );
}
