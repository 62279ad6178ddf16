'use strict';
const at = id => document.getElementById(id);
let csrf = null;
const signedOut = Symbol();
// The page asks by itself: that does not keep the session alive.
const json = async path => {
  const answer = await fetch(path, {headers: {'X-Kontor-Unattended': 'yes'}});
  if (answer.status === 401) throw signedOut;
  if (!answer.ok) throw new Error(answer.status === 503 ? 'the hub is starting or stopping' : (await answer.json()).error);
  return answer.json();
};
const send = (method, path, body) => fetch(path, {
  method, headers: {'Content-Type': 'application/json', ...(csrf && {'X-Kontor-Csrf': csrf})}, body: body && JSON.stringify(body)});
const post = (path, body) => send('POST', path, body);
const cell = (text, name) => {
  const td = document.createElement('td');
  td.textContent = text ?? '';
  if (name) td.className = name;
  return td;
};
const row = cells => {
  const tr = document.createElement('tr');
  tr.append(...cells);
  return tr;
};
const button = (text, act) => {
  const b = document.createElement('button');
  b.textContent = text;
  b.onclick = async () => { b.disabled = true; await act(); await refresh(); };
  return b;
};
const tone = state => state === 'dead' ? 'bad' : state === 'done' ? 'good' : state === 'waiting' || state === 'retrying' ? 'busy' : '';
const time = instant => instant ? new Date(instant).toLocaleString('en-GB') : '';

function flows(status) {
  const states = [...new Set(status.counts.map(c => c.state))];
  const head = row([cell('flow'), cell('way'), ...states.map(s => cell(s, 'number'))]);
  at('flow-head').replaceChildren(head);
  at('flows').replaceChildren(...status.flows.map(flow => row([
    cell(flow.name), cell(flow.from + ' → ' + flow.to, 'faint'),
    ...states.map(state => {
      const count = status.counts.find(c => c.flow === flow.name && c.state === state);
      return cell(count ? count.count : '', 'number ' + tone(state));
    })])));
}

function paused(status) {
  const entries = Object.entries(status.paused);
  const items = entries.map(([subject, reason]) => {
    const li = document.createElement('li');
    const resume = () => subject === 'everything' ? post('/api/start', {}) : post('/api/resume', {subject});
    li.append(subject + ': ' + reason + ' ', button('Resume', resume));
    return li;
  });
  const none = document.createElement('li');
  none.textContent = 'nothing';
  none.className = 'faint';
  at('paused').replaceChildren(...(items.length ? items : [none]));
}

function nights(status) {
  at('nights').replaceChildren(...(status.reconciled.length ? status.reconciled.map(night => row([
    cell(night.flow), cell(night.ended ? time(night.ended) : 'not yet', 'faint'),
    cell(night.ended ? night.different + ' of ' + night.compared + ' differ' + (night.waiting ? ', ' + night.waiting + ' wait' : '') : '',
      night.different ? 'bad' : ''),
    cell(night.failure ? 'not done since: ' + night.failure : night.causes, night.failure ? 'bad' : '')
  ])) : [row([cell('nothing', 'faint')])]));
}

function open(messages) {
  at('open').replaceChildren(...messages.map(m => {
    const again = cell('');
    again.append(button('Resubmit', () => post('/api/messages/resubmit', {ids: [m.id]})));
    return row([cell(m.id), cell(m.flow), cell(m.number ?? m.sourceId), cell(m.event), cell(m.state, tone(m.state)),
      cell([m.fault, m.reason].filter(Boolean).join(': ')), cell(time(m.created)), again]);
  }));
}

async function refresh() {
  const line = at('state');
  if (document.querySelector('main').hidden) return;
  try {
    const [status, messages] = await Promise.all([json('/api/status'), json('/api/messages/open')]);
    flows(status);
    paused(status);
    nights(status);
    open(messages);
    const dead = messages.filter(m => m.state === 'dead').length;
    line.className = dead ? 'bad' : status.inDoubt ? 'busy' : 'good';
    line.textContent = (dead ? dead + ' need a decision' : 'running')
      + (messages.length - dead ? ', ' + (messages.length - dead) + ' wait' : '')
      + (status.inDoubt ? ' – in doubt since a restore: every order is looked up before it is created' : '');
  } catch (problem) {
    if (problem === signedOut) return begin();
    line.className = 'bad';
    line.textContent = 'not reachable: ' + problem.message;
  }
}

async function begin() {
  const show = id => ['in', 'choose'].forEach(form => { at(form).hidden = form !== id; });
  const say = (text, name) => { at('state').className = name; at('state').textContent = text; };
  const main = document.querySelector('main');
  main.hidden = true;
  at('out').hidden = true;
  try {
    const session = await json('/api/session');
    csrf = session.csrf;
    show(session.mustChangePassword ? 'choose' : '');
    main.hidden = session.mustChangePassword;
    at('out').hidden = false;
    if (session.mustChangePassword) say('choose a password of your own', 'busy');
    else await refresh();
  } catch (problem) {
    csrf = null;
    show(problem === signedOut ? 'in' : '');
    say(problem === signedOut ? 'sign in' : 'not reachable: ' + problem.message, problem === signedOut ? '' : 'bad');
    if (problem !== signedOut) setTimeout(begin, 2000);
    else {
      const ways = await json('/api/sign-in');
      at('provider').hidden = !ways.oidc;
      at('provider').textContent = ways.oidc ? 'Sign in with ' + ways.oidc.name : '';
    }
  }
}

const onDoor = (id, path) => {
  at(id).onsubmit = async event => {
    event.preventDefault();
    const answer = await post(path, Object.fromEntries(new FormData(event.target)));
    event.target.reset();
    if (answer.ok) return begin();
    at('state').className = 'bad';
    at('state').textContent = (await answer.json()).error;
  };
};
onDoor('in', '/api/session');
onDoor('choose', '/api/session/password');
at('out').onclick = async () => { await send('DELETE', '/api/session'); await begin(); };

at('find').onsubmit = async event => {
  event.preventDefault();
  const number = new FormData(event.target).get('number').trim();
  const messages = number ? await json('/api/messages?number=' + encodeURIComponent(number)) : [];
  at('found').replaceChildren(...(messages.length ? messages.map(m => row([
    cell(time(m.created), 'faint'), cell(m.flow), cell(m.event), cell(m.state, tone(m.state)), cell([m.fault, m.reason].filter(Boolean).join(': '))
  ])) : [row([cell(number ? 'nothing is known under this number' : '')])]));
};

at('why').onsubmit = async event => {
  event.preventDefault();
  const sku = new FormData(event.target).get('sku').trim();
  const path = '/api/stock/' + encodeURIComponent(sku);
  const levels = sku ? await json(path) : [];
  const pending = levels.length ? await json(path + '/pending') : [];
  const why = (what, from, pieces) => row([cell(what), cell(from, 'faint'), cell(pieces, 'number')]);
  at('terms').replaceChildren(...levels.map(level => {
    const table = document.createElement('table');
    table.append(
      ...JSON.parse(level.terms).map(t => why(t.term, [t.source, t.note].filter(Boolean).join('; '), t.quantity)),
      why('told to ' + level.target, time(level.writtenBy) + ', of the ERP as read at ' + time(level.began), level.quantity));
    if (level.soldSince) table.append(why('sold since', level.target + ' takes it off itself', -level.soldSince));
    return table;
  }));
  const open = document.createElement('table');
  open.append(...pending.map(o => why('order ' + (o.number || o.orderId), 'of ' + o.source + ', not in the ERP yet', o.pieces)));
  at('terms').append(open);
  if (sku && !levels.length) at('terms').textContent = 'no stock of this article was written yet';
};

begin();
setInterval(refresh, 2000);
