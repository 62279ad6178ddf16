import {Button, Textarea} from '@mantine/core';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import {call} from '../api/call';
import {commentsQuery, problemsQuery} from '../api/queries';
import {Ago} from '../parts/Moment';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';

export function Comments({problem}: {problem: string}) {
  const texts = useTexts();
  const client = useQueryClient();
  const comments = useQuery(commentsQuery(problem)).data ?? [];
  const [text, setText] = useState('');
  const add = useMutation({
    mutationFn: () => call('POST', `/problems/${problem}/comments`, {text: text.trim()}),
    onSuccess: () => {
      setText('');
      void client.invalidateQueries({queryKey: commentsQuery(problem).queryKey});
      void client.invalidateQueries({queryKey: problemsQuery.queryKey});
    },
  });
  return (
    <Section title={texts.problems.comments(comments.length)}>
      <ul className="comments">
        {comments.map(comment => (
          <li key={`${comment.at} ${comment.by}`}>
            <span className="dim">
              {comment.by}, <Ago at={comment.at} />
            </span>
            <p>{comment.text}</p>
          </li>
        ))}
      </ul>
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          if (text.trim() !== '') add.mutate();
        }}
      >
        <Textarea
          aria-label={texts.problems.comment}
          rows={2}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          error={add.error?.message}
        />
        <div>
          <Button type="submit" disabled={text.trim() === ''} loading={add.isPending}>
            {texts.problems.addComment}
          </Button>
        </div>
      </form>
    </Section>
  );
}
