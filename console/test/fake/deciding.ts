import type {Endpoint} from './endpoint';
import {text} from './endpoint';
import {before} from './world';

export const deciding: Endpoint[] = [
  {
    method: 'POST',
    path: '/stop',
    right: 'decide',
    body: ['reason'],
    answer: ({world, session, body}) => {
      world.stopped = {by: session.name, since: before(0), reason: text(body, 'reason')};
      return {};
    },
  },
  {
    method: 'POST',
    path: '/start',
    right: 'decide',
    answer: ({world}) => {
      world.stopped = null;
      return {};
    },
  },
];
