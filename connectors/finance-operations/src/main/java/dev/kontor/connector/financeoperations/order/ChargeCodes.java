package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.LineKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Setting {@code headerCharges}: which kinds of lines become charges of the header, with which
 * charges code and item sales tax group.
 *
 * @param settings all that are open
 */
record ChargeCodes(JsonNode settings) {

  static final String SETTING = "headerCharges";

  static final String CODES = "codes";

  /** Charges code of a kind; blank if it is sold as an item. */
  String code(LineKind kind) {
    return Row.text(entry(kind), "code");
  }

  /** Item sales tax group of a kind at a rate of the shop; blank if it is sold as an item. */
  String taxGroup(LineKind kind, BigDecimal rate) {
    String byRate = Row.text(entry(kind).path("byRate"), LineItems.plain(rate));
    return byRate.isEmpty() ? Row.text(entry(kind), "taxGroup") : byRate;
  }

  /** Item sales tax groups that are named, each with the charges code it is for. */
  Stream<List<String>> named() {
    return kinds().stream()
        .map(kind -> settings.path(SETTING).path(CODES).path(kind))
        .flatMap(
            entry ->
                Stream.concat(
                        Stream.of(Row.text(entry, "taxGroup")),
                        entry.path("byRate").valueStream().map(JsonNode::asString))
                    .map(group -> List.of(Row.text(entry, "code"), group)));
  }

  List<String> kinds() {
    return List.copyOf(settings.path(SETTING).path(CODES).propertyNames());
  }

  private JsonNode entry(LineKind kind) {
    String name =
        switch (kind) {
          case SHIPPING -> "shipping";
          case FEE -> "fee";
          case GOODS, CUSTOM, GIFT_CARD, PROMOTION, CREDIT -> "";
        };
    return settings.path(SETTING).path(CODES).path(name);
  }
}
