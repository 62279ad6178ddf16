package dev.kontor.connector.magento.quote;

import dev.kontor.spi.Fault;

/** What an answer asks of the shop, by how the quote stands there; nothing is asked twice. */
sealed interface Step {

  /**
   * An offer to make.
   *
   * @param priced whether the price stands there already, and only the buyer must be told
   */
  record Offer(boolean priced) implements Step {}

  record Decline() implements Step {}

  /** The shop has it so, or it is not the shop's business. */
  record Stay() implements Step {}

  /** The shop contradicts; a person decides. */
  record Contradiction(Fault fault) implements Step {}
}
