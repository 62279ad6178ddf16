package dev.kontor.connector.magento.quote;

import dev.kontor.connector.magento.order.Text;
import dev.kontor.model.Quote.State;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the ERP says of a quote, as {@code magento/quote.out} states it.
 *
 * @param offered net, for all the goods; null without an offer
 * @param lastDay on which the offer holds, by the shop's days; null if it is open
 * @param words for the buyer
 * @param pieces by article number, which the answer is about
 */
record Answer(
    State state,
    @Nullable BigDecimal offered,
    @Nullable LocalDate lastDay,
    String words,
    Map<String, BigDecimal> pieces) {

  /**
   * @throws FaultException naming the field that is wrong
   */
  static Answer of(JsonNode content, ZoneId zone) {
    State state = state(content);
    BigDecimal offered = Asked.decimal(content, "offered");
    if (state == State.OFFERED && (offered == null || offered.signum() < 0)) {
      throw QuoteWriter.wrong("offered", "is missing or below zero; an offer has a price");
    }
    String until = Text.text(content.path("validUntil"));
    LocalDate lastDay = until == null ? null : LastDay.before(until, zone);
    return new Answer(state, offered, lastDay, Words.forBuyer(content), Asked.pieces(content));
  }

  private static State state(JsonNode content) {
    try {
      return State.valueOf(content.path("state").asString(""));
    } catch (IllegalArgumentException e) {
      throw QuoteWriter.wrong("state", "must be one of " + Arrays.toString(State.values()));
    }
  }
}
