import {MantineProvider} from '@mantine/core';
import {Notifications} from '@mantine/notifications';
import {QueryCache, QueryClient, QueryClientProvider, useQuery} from '@tanstack/react-query';
import {RouterProvider} from '@tanstack/react-router';
import {OwnPassword} from '../access/OwnPassword';
import {SignIn} from '../access/SignIn';
import {ApiError} from '../api/call';
import {sessionQuery} from '../api/queries';
import {theme} from '../look/theme';
import {TextsProvider, useTexts} from '../texts';
import {router} from './routes';

const client: QueryClient = new QueryClient({
  defaultOptions: {queries: {staleTime: 1000, retry: (times, error) => times < 2 && isPassing(error)}},
  queryCache: new QueryCache({
    onError: error => {
      if (error instanceof ApiError && error.status === 401) client.setQueryData(sessionQuery.queryKey, null);
    },
  }),
});

/** Trouble that is over by itself: no connection, or a hub that is starting. */
const isPassing = (error: Error) => !(error instanceof ApiError) || error.status === 0 || error.status === 503;

export function App() {
  return (
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
        <TextsProvider>
          <Notifications position="bottom-right" />
          <Gate />
        </TextsProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}

/** Lets in who is signed in with a password of their own. */
function Gate() {
  const texts = useTexts();
  const {data: session, error} = useQuery(sessionQuery);
  // What is known of the session holds while a hub starts or takes on new settings.
  if (error && session === undefined) {
    const starting = error instanceof ApiError && error.status === 503;
    return <p className="alone">{starting ? texts.shell.starting : `${texts.shell.offline}: ${error.message}`}</p>;
  }
  if (session === undefined) return null;
  if (session === null) return <SignIn />;
  if (session.mustChangePassword) return <OwnPassword forced />;
  return <RouterProvider router={router} />;
}
