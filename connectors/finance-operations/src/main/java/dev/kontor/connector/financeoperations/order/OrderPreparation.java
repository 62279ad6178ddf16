package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.kit.Preparation;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completes a mapped order: finds customer, articles and tax, predicts the totals Finance &
 * Operations will compute and compares them with the shop's.
 */
final class OrderPreparation {

  private final Buyer buyer;
  private final LineResolution resolution;
  private final TaxedCharges taxed;
  private final OrderTerms terms;
  private final OrderAgreement agreement;

  OrderPreparation(FnoSettings settings, FnoApi api) {
    this.buyer = new Buyer(settings, api);
    this.resolution =
        new LineResolution(settings, new Articles(settings, api), settings.optional("reservation"));
    this.taxed = new TaxedCharges(new TaxTable(settings.open().path("taxes")));
    this.terms = new OrderTerms(settings, api.clock());
    this.agreement = new OrderAgreement(settings, resolution);
  }

  /**
   * @param there whether the order is entered already
   */
  Prepared prepare(JsonNode mapped, JsonNode model, boolean there) {
    return Preparation.of(
        () -> complete(mapped, ModelJson.mapper().treeToValue(model, Order.class), there));
  }

  private Prepared complete(JsonNode mapped, Order order, boolean there) {
    HeaderCharges.Parted sold = HeaderCharges.parted(mapped.path(OrderLines.IN));
    if (sold.lines().isEmpty()) {
      throw invalid(OrderLines.IN, "is empty; an order without lines cannot be created");
    }
    DeliveryAddress.refuseSeveral(order);
    ObjectNode header = header(mapped);
    JsonNode customer = buyer.of(header);
    String group = buyer.taxGroup(customer, order);
    List<PreparedLine> lines = resolution.resolve(sold.lines(), group);
    List<PreparedLine> charges = sold.charges().stream().map(c -> taxed.of(c, group)).toList();
    List<String> notes = new ArrayList<>();
    Optional<Fault> difference = agreement.difference(order, lines, charges, group, notes);
    if (difference.isPresent()) {
      return new Prepared.Refused(difference.get());
    }
    header.put("SalesTaxGroupCode", group);
    DeliveryAddress.settle(header, there ? ModelJson.mapper().missingNode() : customer);
    terms.put(header, order);
    ArrayNode array = header.putArray(OrderLines.IN);
    lines.forEach(line -> array.add(line.content()));
    HeaderCharges.put(header, charges);
    return new Prepared.Ready(header, notes);
  }

  private static ObjectNode header(JsonNode mapped) {
    ObjectNode header = ModelJson.mapper().createObjectNode();
    mapped.properties().stream()
        .filter(field -> !field.getValue().isNull() && !field.getKey().equals(OrderLines.IN))
        .forEach(field -> header.set(field.getKey(), field.getValue()));
    return header;
  }

  private static FaultException invalid(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}
