package dev.kontor.connector.financeoperations.twin;

import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders of a shop, prepared and written as the engine would. */
final class OrderDesk implements AutoCloseable {

  final Connector connector;
  private final JsonNode settings;

  /**
   * @param settings what mappings see of the settings
   */
  OrderDesk(Settings all, String settings, Toolbox toolbox) {
    this.connector = new FinanceOperationsProvider().connect(all, toolbox);
    this.settings = ModelJson.parse(settings);
  }

  private Writer writer() {
    return connector.writer(EntityType.ORDER).orElseThrow();
  }

  Prepared prepared(Order order) {
    return prepared(order, TwinErp.CUSTOMER);
  }

  Prepared prepared(Order order, String customer) {
    ObjectNode mapped = ModelJson.mapper().createObjectNode();
    mapped
        .put("OrderingCustomerAccountNumber", customer)
        .put("CurrencyCode", order.currency())
        .put("ArePricesIncludingSalesTax", order.priceBasis() == PriceBasis.GROSS ? "Yes" : "No")
        .put("DeliveryAddressName", "Ada & \"Söhne\" <Lager>")
        .put("DeliveryAddressStreet", order.shipTo().street())
        .put("DeliveryAddressZipCode", order.shipTo().postalCode())
        .put("DeliveryAddressCity", order.shipTo().city())
        .put("DeliveryAddressCountryRegionId", "DEU");
    JsonNode lines =
        Objects.requireNonNull(new FinanceOperationsProvider().functions().get("salesLines"))
            .apply(List.of(ModelJson.tree(order), settings));
    mapped.set("SalesOrderLines", lines);
    return writer().prepare(mapped, ModelJson.tree(order));
  }

  JsonNode ready(Order order) {
    return prepared(order) instanceof Prepared.Ready ready ? ready.content() : refused(order);
  }

  private JsonNode refused(Order order) {
    throw new AssertionError(((Prepared.Refused) prepared(order)).fault().message());
  }

  Outcome create(String reference, JsonNode content) {
    return write(Write.Action.CREATE, reference, null, content, null);
  }

  Outcome update(String reference, String id, JsonNode content, @Nullable JsonNode before) {
    return write(Write.Action.UPDATE, reference, id, content, before);
  }

  Outcome write(
      Write.Action action,
      String reference,
      @Nullable String id,
      JsonNode content,
      @Nullable JsonNode before) {
    Write write =
        new Write("key of " + reference, action, reference, id, content, before, Map.of());
    try {
      return writer().write(List.of(write)).getFirst();
    } catch (FaultException e) {
      return e.fault();
    }
  }

  static String number(Outcome outcome) {
    if (outcome instanceof Outcome.Written written) {
      return written.id();
    }
    throw new AssertionError(outcome instanceof Fault fault ? fault.message() : outcome.toString());
  }

  List<Document> found(String reference) {
    return connector
        .reader(EntityType.ORDER)
        .orElseThrow()
        .find(new Identity.ExternalReference(reference));
  }

  @Override
  public void close() {
    connector.close();
  }
}
