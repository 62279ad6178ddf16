import {Button, Modal, PasswordInput} from '@mantine/core';
import {useMutation, useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import {call} from '../api/call';
import {sessionQuery} from '../api/queries';
import {tell} from '../parts/tell';
import {useTexts} from '../texts';
import {passwordFault} from './password';
import './sign-in.css';

/** Changes the person's own password: in a dialog, or as the only thing to do after a one-time password. */
export function OwnPassword({forced = false, onClose}: {forced?: boolean; onClose?: () => void}) {
  const texts = useTexts();
  if (forced) {
    return (
      <div className="sign-in">
        <div>
          <div className="brand-large">{texts.signIn.change}</div>
          <PasswordForm />
        </div>
      </div>
    );
  }
  return (
    <Modal
      opened
      onClose={() => onClose?.()}
      title={texts.signIn.changeOwn}
      closeButtonProps={{'aria-label': texts.common.close}}
    >
      <PasswordForm onDone={onClose} />
    </Modal>
  );
}

function PasswordForm({onDone}: {onDone?: (() => void) | undefined}) {
  const texts = useTexts();
  const client = useQueryClient();
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const fault = passwordFault(fresh, again, texts);
  const change = useMutation({
    mutationFn: () => call('POST', '/session/password', {old, new: fresh}),
    onSuccess: async () => {
      tell(texts.signIn.changed);
      await client.invalidateQueries({queryKey: sessionQuery.queryKey});
      onDone?.();
    },
  });
  const typedOn = again.length >= fresh.length && again !== '';
  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault();
        if (fault === null) change.mutate();
      }}
    >
      <p className="dim">{texts.signIn.changeWhy}</p>
      <PasswordInput
        label={texts.signIn.old}
        autoComplete="current-password"
        value={old}
        onChange={event => setOld(event.currentTarget.value)}
      />
      <PasswordInput
        label={texts.signIn.fresh}
        autoComplete="new-password"
        value={fresh}
        onChange={event => setFresh(event.currentTarget.value)}
      />
      <PasswordInput
        label={texts.signIn.again}
        autoComplete="new-password"
        value={again}
        error={typedOn ? fault : null}
        onChange={event => setAgain(event.currentTarget.value)}
      />
      {change.error && (
        <p className="notice bad" role="alert">
          {change.error.message}
        </p>
      )}
      <Button type="submit" variant="filled" disabled={old === '' || fault !== null} loading={change.isPending}>
        {texts.signIn.changeOwn}
      </Button>
    </form>
  );
}
