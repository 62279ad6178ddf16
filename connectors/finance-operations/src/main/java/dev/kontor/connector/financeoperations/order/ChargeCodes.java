package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.LineKind;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
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

  private static final String CODES = "codes";

  /** Name of the data project that imports orders with charges; empty if none have any. */
  static Optional<String> project(FnoSettings settings) {
    JsonNode json = settings.open().path(SETTING);
    if (json.isMissingNode()) {
      return Optional.empty();
    }
    String project = Row.text(json, "project");
    if (project.isEmpty()) {
      throw wrong(settings, ".project", "is missing; name the data project of the import");
    }
    if (json.path(CODES).isEmpty()) {
      throw wrong(
          settings,
          ".codes",
          "names neither shipping nor fee; give one of them a charges code, or remove " + SETTING);
    }
    if (settings.text("orderNumbers", "sequence").equals("reference")) {
      throw wrong(
          settings,
          "",
          "goes with orderNumbers: sequence only, as an import draws the numbers of orders itself");
    }
    new ChargeCodes(settings.open()).kinds().forEach(kind -> whole(settings, kind));
    return Optional.of(project);
  }

  private static void whole(FnoSettings settings, String kind) {
    JsonNode entry = settings.open().path(SETTING).path(CODES).path(kind);
    for (String field : List.of("code", "taxGroup")) {
      if (Row.text(entry, field).isEmpty()) {
        throw wrong(
            settings,
            "." + CODES + "." + kind + "." + field,
            "is missing; a charge needs a charges code and an item sales tax group");
      }
    }
  }

  private static FaultException wrong(FnoSettings settings, String at, String problem) {
    return new FaultException(
        new Fault.Misconfigured(settings.connection() + "." + SETTING + at, problem));
  }

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

  private List<String> kinds() {
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
