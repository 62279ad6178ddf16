import type {CheckResult, Connection, SettingSchema} from '../../src/api/types';
import {Refusal, type Endpoint} from './endpoint';

export const SHOPWARE: SettingSchema = {
  type: 'object',
  required: ['url', 'clientId', 'clientSecret'],
  properties: {
    url: {type: 'string', description: 'Address of the shop'},
    clientId: {type: 'string', description: 'Access key of the integration'},
    clientSecret: {type: 'string', description: 'Its secret'},
    appSecret: {type: 'string', description: 'Secret of the app that signs webhooks'},
    doorUrl: {type: 'string', description: 'Where the shop reaches the hub'},
    requestsPerMinute: {type: 'integer', description: 'The most the shop is asked in a minute'},
  },
};

export const BUSINESS_CENTRAL: SettingSchema = {
  type: 'object',
  properties: {
    apiRoot: {type: 'string', description: 'Address of the API'},
    tenant: {type: 'string', description: 'Microsoft Entra tenant'},
    environment: {type: 'string', description: 'Name of the environment'},
    company: {type: 'string', description: 'Name of the company'},
    clientId: {type: 'string', description: 'Application that signs in'},
    clientSecret: {type: 'string', description: 'Its secret'},
    homeCountry: {type: 'string', description: 'Country of the company, ISO 3166'},
    shippingLine: {
      type: 'object',
      description: 'Account for shipping, by tax rate',
      properties: {number: {type: 'string', description: 'Account otherwise'}},
    },
    doorUrl: {type: 'string', description: 'Where changes are announced; without it there is polling only'},
  },
};

const CONNECTIONS: Connection[] = [
  {
    name: 'shop',
    connector: 'shopware',
    settings: {
      url: 'https://shop.example',
      clientId: 'SWIAEXAMPLE000000000000000',
      clientSecret: '(secret)',
      appSecret: '(secret)',
      doorUrl: 'https://hub.example/shop',
    },
    schema: SHOPWARE,
    entities: {
      order: ['read_changes', 'create'],
      customer: ['read_changes', 'create'],
      product: ['create'],
      stock: ['create'],
      price: ['create'],
    },
  },
  {
    name: 'erp',
    connector: 'business-central',
    settings: {
      apiRoot: 'https://api.businesscentral.dynamics.com',
      tenant: '7c3f3c1e-0000-4000-8000-6d65726368aa',
      environment: 'production',
      company: 'Kontor Demo GmbH',
      clientId: '11111111-2222-3333-4444-555555555555',
      clientSecret: '(secret)',
      homeCountry: 'DE',
      shippingLine: {number: '8800', byRate: {'7': '8801', '0': '8802'}},
    },
    schema: BUSINESS_CENTRAL,
    entities: {
      order: ['find_by_reference', 'create'],
      customer: ['read_changes', 'create'],
      product: ['read_changes'],
      stock: ['read_changes'],
      price: ['read_changes'],
    },
  },
  {
    name: 'shop-at',
    connector: 'shopware',
    settings: {
      url: 'https://shop.example.at',
      clientId: 'SWIAEXAMPLE000000000000001',
      clientSecret: '(secret)',
      requestsPerMinute: 60,
    },
    schema: SHOPWARE,
    entities: {order: ['read_changes', 'create'], customer: ['read_changes']},
  },
];

const CHECKS: Record<string, CheckResult> = {
  erp: {
    ok: true,
    lines: [
      {ok: true, text: 'sign-in: works'},
      {ok: true, text: 'company: Kontor Demo GmbH'},
      {ok: true, text: 'rights: orders may be written, items and stock read'},
    ],
  },
  'shop-at': {
    ok: false,
    lines: [{ok: false, text: 'url: cannot be reached; is the address right and the shop running?'}],
  },
};

export const connections: Endpoint[] = [
  {method: 'GET', path: '/connections', right: 'read', answer: () => CONNECTIONS},
  {
    method: 'POST',
    path: '/connections/:name/check',
    right: 'configure',
    answer: ({path}) => {
      const result = CHECKS[path.name ?? ''];
      if (!result) throw new Refusal(404, `there is no connection ${path.name ?? ''}`);
      return result;
    },
  },
];
