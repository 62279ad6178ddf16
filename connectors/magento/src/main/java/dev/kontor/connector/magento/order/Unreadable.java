package dev.kontor.connector.magento.order;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;

/** Refuses an order whose field the connector cannot translate. */
final class Unreadable {

  private Unreadable() {}

  static FaultException field(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}
