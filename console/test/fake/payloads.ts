import type {Message, Payloads} from '../../src/api/types';

/** A document as read and as it would be written. */
export function payloadsOf(message: Message, masked: boolean): Payloads {
  const hide = (text: string) => (masked ? '•••' : text);
  const address = {
    name: hide('Kontorhaus Feinkost GmbH'),
    street: hide('Deichstraße 19'),
    postCode: hide('20459'),
    city: hide('Hamburg'),
    country: 'DE',
  };
  return {
    masked,
    before: {
      title: `Order ${message.number ?? ''} as read`,
      note: null,
      json: {
        number: message.number,
        currency: 'EUR',
        customer: {...address, vatId: hide('DE811907980'), email: hide('einkauf@feinkost.example')},
        shippingMethod: 'dhl-paket',
        paymentMethod: 'invoice',
        lines: [
          {sku: 'AH-1003', quantity: '2', unitPrice: '49.90', taxRate: '19'},
          {sku: 'AH-2044', quantity: '6', unitPrice: '12.50', taxRate: '7'},
        ],
        shipping: {amount: '5.90', taxRate: '19'},
        total: '214.20',
      },
    },
    after: {
      title: message.state === 'done' ? `Sales order ${message.targetNumber ?? ''}` : 'Sales order, not written',
      note: null,
      json: {
        externalDocumentNumber: `S1-${message.number ?? ''}`,
        currency: 'EUR',
        customer: {...address, number: 'D-20418', taxArea: 'EU', vatId: hide('DE811907980')},
        shipmentMethod: 'DHL',
        paymentTerms: '14 TAGE',
        lines: [
          {sku: 'AH-1003', quantity: '2', unitPrice: '49.90', vatGroup: 'VAT19', location: 'HH'},
          {sku: 'AH-2044', quantity: '6', unitPrice: '12.50', vatGroup: 'REDUCED', location: 'HH'},
          {account: '8800', description: 'Versand', quantity: '1', unitPrice: '5.90', vatGroup: 'VAT19'},
        ],
        total: '214.20',
      },
    },
  };
}
