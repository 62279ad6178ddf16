const times = (n: number) => ({1: 'once', 2: 'twice'})[n] ?? `${n.toLocaleString('en-GB')} times`;

/** The page of alerts for readers of English. */
export const alertsEn = {
  title: 'Alerts',
  standing: 'Standing now',
  none: 'Nothing is wrong that anybody would be told of.',
  severity: {urgent: 'urgent', warning: 'warning'},
  since: 'since',
  told: (receiver: string, n: number) => `${receiver} was told ${times(n)}, last`,
  toBeTold: (receiver: string) => `${receiver} is told after its quiet time`,
  toldNobody: 'nobody was told',
  notReached: (receiver: string, why: string) => `${receiver} was not reached: ${why}`,
  acknowledge: 'Acknowledge',
  acknowledged: (who: string) => `${who} has looked after it since`,
  acknowledgedNow: 'Nobody is told of it again until it is over.',
  go: {
    cause: 'Open the cause in the error desk',
    documents: 'Open the documents',
    connection: 'Open the connection',
    flow: 'Open the flow',
    connections: 'Open the connections',
  },
  receivers: 'Receivers',
  noReceivers:
    'Nobody is told of anything: no receiver is configured. Name one under alerts.receivers in kontor.yaml, as an e-mail address.',
  ways: {email: 'e-mail', slack: 'Slack', teams: 'Microsoft Teams', webhook: 'webhook'},
  allArrives: 'everything arrives',
  nothingArrives: (why: string, waiting: number) => `not reached: ${why}; ${waiting.toLocaleString('en-GB')} waiting`,
  over: 'Over',
  noneOver: 'No alert ended in the last 90 days.',
  col: {
    alert: 'Alert',
    severity: 'Severity',
    opened: 'Began',
    over: 'Over',
    told: 'Told',
    by: 'Looked after by',
    receiver: 'Receiver',
    way: 'By',
    last: 'Last reached',
    state: 'State',
  },
};

const mal = (n: number) => (n === 1 ? 'einmal' : `${n.toLocaleString('de-DE')}-mal`);

/** The same for readers of German. */
export const alertsDe: typeof alertsEn = {
  title: 'Meldungen',
  standing: 'Jetzt offen',
  none: 'Nichts ist so, dass jemand davon erfahren müsste.',
  severity: {urgent: 'dringend', warning: 'Warnung'},
  since: 'seit',
  told: (receiver, n) => `${receiver} hat es ${mal(n)} erfahren, zuletzt`,
  toBeTold: receiver => `${receiver} erfährt es nach seiner Ruhezeit`,
  toldNobody: 'niemand hat es erfahren',
  notReached: (receiver, why) => `${receiver} war nicht erreichbar: ${why}`,
  acknowledge: 'Quittieren',
  acknowledged: who => `${who} kümmert sich, quittiert`,
  acknowledgedNow: 'Bis sie vorbei ist, erfährt es niemand noch einmal.',
  go: {
    cause: 'Ursache in den Klärfällen öffnen',
    documents: 'Belege öffnen',
    connection: 'Verbindung öffnen',
    flow: 'Fluss öffnen',
    connections: 'Verbindungen öffnen',
  },
  receivers: 'Empfänger',
  noReceivers:
    'Niemand erfährt etwas: Es ist kein Empfänger konfiguriert. Nennen Sie einen unter alerts.receivers in kontor.yaml, etwa eine E-Mail-Adresse.',
  ways: {email: 'E-Mail', slack: 'Slack', teams: 'Microsoft Teams', webhook: 'Webhook'},
  allArrives: 'alles kommt an',
  nothingArrives: (why, waiting) => `nicht erreichbar: ${why}; ${waiting.toLocaleString('de-DE')} warten`,
  over: 'Vorbei',
  noneOver: 'In den letzten 90 Tagen ist keine zu Ende gegangen.',
  col: {
    alert: 'Meldung',
    severity: 'Gewicht',
    opened: 'Begann',
    over: 'Vorbei',
    told: 'Erfahren',
    by: 'Kümmerte sich',
    receiver: 'Empfänger',
    way: 'Über',
    last: 'Zuletzt erreicht',
    state: 'Zustand',
  },
};
