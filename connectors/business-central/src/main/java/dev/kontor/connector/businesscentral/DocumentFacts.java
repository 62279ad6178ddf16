package dev.kontor.connector.businesscentral;

import dev.kontor.model.LineKind;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What every sales document must know before it is written: currency, customer, line targets. */
final class DocumentFacts {

  private final Configuration configuration;
  private final Company company;
  private final MasterData masterData;

  DocumentFacts(Configuration configuration, Company company, MasterData masterData) {
    this.configuration = configuration;
    this.company = company;
    this.masterData = masterData;
  }

  /** The fields that this environment offers, without the lines. */
  ObjectNode header(JsonNode mapped, String set, String lines) {
    ObjectNode header = Json.object();
    for (Map.Entry<String, JsonNode> field : mapped.properties()) {
      boolean offered = !company.model().has(set) || company.model().has(set, field.getKey());
      if (!field.getValue().isNull() && offered && !field.getKey().equals(lines)) {
        header.set(field.getKey(), field.getValue());
      }
    }
    return header;
  }

  /** An unknown currency must be an error (business-central/order-translation.md 27). */
  BigDecimal precision(Order order) {
    BigDecimal known = masterData.currencies().get(order.currency());
    if (known == null) {
      throw invalid(
          "currencyCode",
          "Business Central has no currency " + order.currency() + "; create it there first");
    }
    return known.signum() == 0
        ? SalesLines.precision(order.currency(), configuration.json())
        : known;
  }

  Debtor debtor(JsonNode header, Order order) {
    String id = Json.text(header, "customerId");
    String number = Json.text(header, "customerNumber");
    if (Writer.Draft.UNMADE.equals(id)) {
      return new Debtor("", "", BuyerTax.areaOf(order, configuration.json()), "");
    }
    if (id == null && number == null) {
      throw invalid(
          "customerId",
          "is missing: the buyer has neither VAT id nor e-mail to be found by; add one, or set a"
              + " debtor in setting customerTax");
    }
    Debtor debtor =
        masterData
            .debtor(id, number)
            .orElseThrow(
                () ->
                    invalid(
                        id == null ? "customerNumber" : "customerId",
                        "names no customer of this company; it may have been deleted"));
    if (!debtor.blocked().isEmpty()) {
      throw invalid(
          "customerId",
          "customer "
              + debtor.number()
              + " is blocked ("
              + debtor.blocked()
              + "); unblock it in Business Central");
    }
    if (debtor.taxArea().isEmpty()) {
      throw invalid(
          "customerId",
          "customer "
              + debtor.number()
              + " has no tax area (VAT business posting group); set one in Business Central");
    }
    return debtor;
  }

  /** Numbers that stand for accounts but are items. */
  static Set<String> linesOnItems(Order order, JsonNode settings) {
    Set<String> numbers = new TreeSet<>();
    LineTargets targets = new LineTargets(settings);
    order.lines().stream()
        .filter(line -> line.kind() != LineKind.GOODS)
        .forEach(
            line -> {
              targets.of(line.kind(), null).ifPresent(target -> numbers.add(target.number()));
              line.taxes()
                  .forEach(
                      share ->
                          targets
                              .of(line.kind(), share.rate())
                              .ifPresent(target -> numbers.add(target.number())));
            });
    return numbers;
  }

  JsonNode supported(PreparedLine line, String set) {
    if (company.model().has(set)) {
      for (Map.Entry<String, JsonNode> field : line.content().properties()) {
        if (!company.model().has(set, field.getKey())) {
          throw invalid(
              line.name(),
              "needs "
                  + field.getKey()
                  + ", which the API of this environment does not have yet; update it");
        }
      }
    }
    return line.content();
  }

  private static FaultException invalid(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}
