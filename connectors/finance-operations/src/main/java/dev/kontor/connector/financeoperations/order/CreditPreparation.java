package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.kit.Preparation;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderRefund;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completes what gives a refund back: an order whose lines are below zero. Its totals are foreseen
 * as an order's are, and must be the refund.
 */
final class CreditPreparation {

  private static final String ORDER = "orderId";

  private final FnoSettings settings;
  private final Buyer buyer;
  private final LineResolution resolution;
  private final OrderTerms terms;
  private final OrderAgreement agreement;
  private final CreditedInvoices invoices;

  CreditPreparation(FnoSettings settings, FnoApi api, Headers headers) {
    this.settings = settings;
    this.buyer = new Buyer(settings, api);
    this.resolution = new LineResolution(settings, new Articles(settings, api), Optional.empty());
    this.terms = new OrderTerms(settings, api.clock());
    this.agreement = new OrderAgreement(settings, resolution);
    this.invoices = new CreditedInvoices(settings, api, headers);
  }

  Prepared prepare(JsonNode mapped, JsonNode model) {
    return Preparation.of(
        () -> complete(mapped, ModelJson.mapper().treeToValue(model, OrderRefund.class)));
  }

  private Prepared complete(JsonNode mapped, OrderRefund refund) {
    invoices.require(Row.text(mapped, ORDER), refund);
    Order credited = CreditLines.credited(refund, settings.open());
    ObjectNode header = mapped.deepCopy().asObject();
    header.remove(List.of(ORDER, OrderLines.IN));
    header.properties().removeIf(field -> field.getValue().isNull());
    JsonNode customer = buyer.of(header);
    String group = buyer.taxGroup(customer, credited);
    List<PreparedLine> lines = resolution.resolve(mapped.path(OrderLines.IN), group);
    List<String> notes = new ArrayList<>();
    Optional<Fault> difference = agreement.difference(credited, lines, List.of(), group, notes);
    if (difference.isPresent()) {
      return new Prepared.Refused(difference.get());
    }
    header.put("SalesTaxGroupCode", group);
    terms.put(header, refund.order());
    ArrayNode array = header.putArray(OrderLines.IN);
    lines.forEach(line -> array.add(CreditLines.givenBack(line.content())));
    return new Prepared.Ready(header, notes);
  }
}
