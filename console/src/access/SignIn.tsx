import {Button, PasswordInput, TextInput} from '@mantine/core';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import {ApiError, call, setCsrf} from '../api/call';
import {sessionQuery, signInQuery} from '../api/queries';
import type {Session} from '../api/types';
import {useLanguage, useTexts} from '../texts';
import './sign-in.css';

export function SignIn() {
  const texts = useTexts();
  const {language, speak} = useLanguage();
  const client = useQueryClient();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => call<Session>('POST', '/session', {user, password}),
    onSuccess: session => {
      setCsrf(session.csrf);
      client.setQueryData(sessionQuery.queryKey, session);
    },
  });
  const oidc = useQuery(signInQuery).data?.oidc;
  const refused = signIn.error instanceof ApiError && signIn.error.status === 401;
  return (
    <div className="sign-in">
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <div className="brand-large">Kontor</div>
        <TextInput
          size="sm"
          label={texts.signIn.user}
          name="user"
          autoComplete="username"
          autoFocus
          required
          withAsterisk={false}
          value={user}
          onChange={event => setUser(event.currentTarget.value)}
        />
        <PasswordInput
          size="sm"
          label={texts.signIn.password}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
        />
        {signIn.error && (
          <p className="notice bad" role="alert">
            {refused ? texts.signIn.wrong : signIn.error.message}
          </p>
        )}
        <Button type="submit" size="sm" variant="filled" loading={signIn.isPending}>
          {texts.signIn.signIn}
        </Button>
        {oidc && (
          <Button component="a" size="sm" href={oidc.address}>
            {texts.access.signInWith(oidc.name)}
          </Button>
        )}
        <button type="button" className="language" onClick={() => speak(language === 'en' ? 'de' : 'en')}>
          {texts.shell.language}
        </button>
      </form>
    </div>
  );
}
