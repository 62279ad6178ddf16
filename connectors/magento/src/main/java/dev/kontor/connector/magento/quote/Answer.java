package dev.kontor.connector.magento.quote;

import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.connector.magento.order.Text;
import dev.kontor.model.Quote.State;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
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
    BigDecimal offered = decimal(content, "offered");
    if (state == State.OFFERED && (offered == null || offered.signum() < 0)) {
      throw QuoteWriter.wrong("offered", "is missing or below zero; an offer has a price");
    }
    Map<String, BigDecimal> pieces = new TreeMap<>();
    for (JsonNode line : content.path("lines")) {
      BigDecimal quantity = decimal(line, "quantity");
      pieces.merge(
          OpenPieces.key(line.path("sku").asString("")),
          quantity == null ? BigDecimal.ZERO : quantity.stripTrailingZeros(),
          BigDecimal::add);
    }
    return new Answer(state, offered, lastDay(content, zone), words(content), pieces);
  }

  private static State state(JsonNode content) {
    try {
      return State.valueOf(content.path("state").asString(""));
    } catch (IllegalArgumentException e) {
      throw QuoteWriter.wrong("state", "must be one of " + Arrays.toString(State.values()));
    }
  }

  /** The ERP's number is said where it has no words. */
  private static String words(JsonNode content) {
    String comment = Text.text(content.path("comment"));
    String number = Text.text(content.path("erpNumber"));
    return comment != null ? comment : number == null ? "" : "ERP quote " + number;
  }

  private static @Nullable LocalDate lastDay(JsonNode content, ZoneId zone) {
    String until = Text.text(content.path("validUntil"));
    try {
      return until == null ? null : Instant.parse(until).minusNanos(1).atZone(zone).toLocalDate();
    } catch (DateTimeParseException e) {
      throw QuoteWriter.wrong("validUntil", "is no moment; write it like 2026-12-31T23:00:00Z");
    }
  }

  private static @Nullable BigDecimal decimal(JsonNode content, String field) {
    String text = Text.text(content.path(field));
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw QuoteWriter.wrong(field, "is no number; write it like 12.50");
    }
  }
}
