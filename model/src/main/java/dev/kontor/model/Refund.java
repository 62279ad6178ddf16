package dev.kontor.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money given back for an order, as its shop recorded it; amounts in the order's currency.
 *
 * @param id the shop's id of the refund, the same in every later version of the order
 * @param recordedAt by the shop's clock
 * @param amount what the buyer got back, tax included; null where the shop only says that something
 *     was given back
 * @param taxes the amount split by rate as the shop states it, empty if it does not
 * @param lines what it was given back for, shipping included; empty if the shop states an amount
 *     only
 * @param restock whether the goods of its lines came back to be sold again
 * @param reason as a person wrote it, null if nobody did
 * @param reference the provider's reference, null if unknown
 */
public record Refund(
    String id,
    State state,
    Instant recordedAt,
    @Nullable BigDecimal amount,
    List<TaxShare> taxes,
    List<RefundLine> lines,
    Restock restock,
    @Nullable String reason,
    @Nullable String reference) {

  /** How far the money has come. */
  public enum State {
    /** Asked for or on its way. */
    OPEN,
    /** The buyer has it. */
    COMPLETED,
    /** It failed or was called off. */
    CANCELLED
  }

  /** What became of the goods. */
  public enum Restock {
    YES,
    NO,
    /** The shop does not say. */
    UNKNOWN
  }

  public Refund {
    taxes = List.copyOf(taxes);
    lines = List.copyOf(lines);
  }
}
