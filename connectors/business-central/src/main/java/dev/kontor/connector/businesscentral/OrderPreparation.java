package dev.kontor.connector.businesscentral;

import dev.kontor.kit.Preparation;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completes a mapped order: finds items, accounts and VAT, predicts the totals Business Central
 * will compute and compares them with the shop's.
 */
final class OrderPreparation {

  private final Configuration configuration;
  private final Company company;
  private final MasterData masterData;
  private final DocumentFacts facts;
  private final EntryTerms terms;
  private final LineResolution resolution;
  private final TotalsAgreement agreement;
  private final JoinedRows joined;

  OrderPreparation(
      Configuration configuration,
      Company company,
      MasterData masterData,
      Items items,
      OrderLocation location) {
    this.configuration = configuration;
    this.company = company;
    this.masterData = masterData;
    this.facts = new DocumentFacts(configuration, company, masterData);
    this.terms = new EntryTerms(configuration, company);
    this.resolution = new LineResolution(items, configuration.vat(), location);
    this.agreement = new TotalsAgreement(configuration);
    this.joined = new JoinedRows(configuration, company, "salesOrders");
  }

  /** Reads what these orders need to know, all of it in one call, and completes each. */
  List<Prepared> prepareAll(List<Writer.Draft> drafts) {
    Set<String> ids = new TreeSet<>();
    Set<String> numbers = new TreeSet<>();
    Set<String> skus = new TreeSet<>();
    for (Writer.Draft draft : drafts) {
      String id = Json.text(draft.content(), "customerId");
      String number = Json.text(draft.content(), "customerNumber");
      if (id != null && !id.equals(Writer.Draft.UNMADE)) {
        ids.add(id);
      } else if (number != null) {
        numbers.add(number);
      }
      skus.addAll(resolution.skus(draft.content().path("salesOrderLines"), Set.of()));
    }
    masterData.learn(ids, numbers, () -> unread(skus));
    return drafts.stream().map(draft -> prepare(draft.content(), draft.model())).toList();
  }

  private List<Wanted> unread(Set<String> skus) {
    List<Wanted> unread = new ArrayList<>(resolution.unread(skus));
    unread.addAll(terms.unread());
    return unread;
  }

  Prepared prepare(JsonNode mapped, JsonNode model) {
    return Preparation.of(
        () -> complete(mapped, ModelJson.mapper().treeToValue(model, Order.class)));
  }

  private Prepared complete(JsonNode mapped, Order order) {
    refuseUnpostable(mapped, order);
    ObjectNode header = facts.header(mapped, "salesOrders", "salesOrderLines");
    BigDecimal precision = facts.precision(order);
    Debtor debtor = facts.debtor(header, order);
    List<PreparedLine> lines =
        new ArrayList<>(
            resolution.resolve(
                mapped.path("salesOrderLines"),
                debtor.taxArea(),
                order.channel(),
                DocumentFacts.linesOnItems(order, configuration.json())));
    List<String> notes = new ArrayList<>();
    Texts.fit("salesOrders", header, company.model(), notes);
    Optional<Fault> difference = agreement.reach(order, debtor, precision, lines, notes);
    if (difference.isPresent()) {
      return new Prepared.Refused(difference.get());
    }
    terms.put(header, order);
    joined.prepare(mapped, header);
    ArrayNode array = header.putArray("salesOrderLines");
    lines.forEach(line -> array.add(facts.supported(line, "salesOrderLines")));
    ChosenText.addComments(order, array, notes);
    if (configuration.json().path("orderComment").asBoolean(false)) {
      OrderComment.add(order.comment(), "the buyer's comment", array, notes);
    }
    return new Prepared.Ready(header, notes);
  }

  /** Rule 26 of totals.md, and orders without anything to sell. */
  private static void refuseUnpostable(JsonNode mapped, Order order) {
    if (order.total().gross().signum() < 0) {
      throw invalid(
          "total", "is negative, which Business Central cannot post; enter a credit memo instead");
    }
    if (mapped.path("salesOrderLines").isEmpty()) {
      throw invalid("salesOrderLines", "is empty; an order without lines cannot be created");
    }
  }

  private static FaultException invalid(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}
