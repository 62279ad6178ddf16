import {Button, Modal, Textarea} from '@mantine/core';
import {useMutation, useQueryClient} from '@tanstack/react-query';
import {useState, type ReactNode} from 'react';
import {useTexts} from '../texts';
import {tellDecided} from './decided';

interface Props {
  title: string;
  /** What the button says; the title unless stated. */
  action?: string;
  explanation?: ReactNode;
  danger?: boolean;
  /** Whether a reason is asked for; it is then needed. */
  withReason?: boolean;
  suggestion?: string;
  /** Fields of its own, and whether they are filled in. */
  children?: ReactNode;
  complete?: boolean;
  act: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the reason of a decision, carries it out and says what came of it. */
export function ReasonDialog(props: Props) {
  const {title, explanation, danger = false, withReason = true, suggestion = '', children, complete = true} = props;
  const texts = useTexts();
  const client = useQueryClient();
  const [reason, setReason] = useState(suggestion);
  const decision = useMutation({
    mutationFn: () => props.act(reason.trim()),
    onSuccess: result => {
      tellDecided(result, texts);
      void client.invalidateQueries();
      props.onClose();
    },
  });
  const ready = complete && (!withReason || reason.trim() !== '');
  return (
    <Modal opened onClose={props.onClose} title={title} closeButtonProps={{'aria-label': texts.common.close}}>
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          if (ready) decision.mutate();
        }}
      >
        {explanation !== undefined && <p>{explanation}</p>}
        {children}
        {withReason && (
          <Textarea
            data-autofocus
            label={texts.common.reason}
            description={texts.common.reasonHint}
            value={reason}
            onChange={event => setReason(event.currentTarget.value)}
          />
        )}
        {decision.error && (
          <p className="notice bad" role="alert">
            {decision.error.message}
          </p>
        )}
        <div className="row dialog-end">
          <Button onClick={props.onClose}>{texts.common.cancel}</Button>
          <Button
            type="submit"
            variant="filled"
            {...(danger ? {color: 'red'} : {})}
            disabled={!ready}
            loading={decision.isPending}
          >
            {props.action ?? title}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
