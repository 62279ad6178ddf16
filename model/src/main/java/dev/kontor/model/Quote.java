package dev.kontor.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a buyer asks a price for before ordering, and the seller's answer to it; every amount is in
 * {@code currency} and net. Both systems know it by the shop's number.
 *
 * @param number the shop's number of the quote
 * @param erpNumber the ERP's number of it, null until it has one
 * @param requestedAt when the buyer asked, by the shop's clock
 * @param validUntil from when on the offer no longer holds, null if that is open
 * @param currency ISO 4217 code
 * @param asked what the goods cost in the shop without an offer
 * @param offered what the seller asks for all the goods, before shipping and tax; null until there
 *     is an offer
 * @param comment the buyer's words, or with an offer the seller's
 */
public record Quote(
    String number,
    @Nullable String erpNumber,
    State state,
    Instant requestedAt,
    @Nullable Instant validUntil,
    String currency,
    Customer customer,
    List<Line> lines,
    BigDecimal asked,
    @Nullable BigDecimal offered,
    @Nullable String comment,
    Map<String, Map<String, JsonNode>> extra) {

  /** How far it is. */
  public enum State {
    /** The buyer waits for an offer. */
    REQUESTED,
    /** The seller has made an offer; it is the buyer's turn. */
    OFFERED,
    /** The buyer has ordered on it. */
    ORDERED,
    /** One side has said no, or the buyer has closed it. */
    DECLINED,
    /** The offer holds no longer. */
    EXPIRED
  }

  /**
   * An article the buyer asks for.
   *
   * @param id the source's id of the line
   * @param quantity in the shop's sales unit, above zero
   * @param unitPrice of one piece without an offer
   * @param offeredPrice of one piece by the offer, null without one or where the source tells only
   *     the sum
   */
  public record Line(
      String id,
      String sku,
      String description,
      BigDecimal quantity,
      BigDecimal unitPrice,
      @Nullable BigDecimal offeredPrice) {}

  public Quote {
    lines = List.copyOf(lines);
    extra = Map.copyOf(extra);
  }
}
