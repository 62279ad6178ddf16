package dev.kontor.connector.businesscentral;

import dev.kontor.model.Address;
import dev.kontor.model.Customer;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What mappings ask about a buyer's tax. A result that does not exist is a missing node. */
final class BuyerTax {

  private BuyerTax() {}

  /** {@code debtor(order, settings)}: number of the collective debtor, if the buyer has one. */
  static JsonNode debtor(List<JsonNode> arguments) {
    JsonNode settings = arguments.get(1);
    if (!settings.path("collectiveDebtors").asBoolean(false)) {
      return MissingNode.getInstance();
    }
    Order order = ModelJson.mapper().treeToValue(arguments.get(0), Order.class);
    String country = country(order.customer(), order.shipTo());
    return CustomerTax.of(settings, order.customer(), country)
        .map(row -> Functions.text(row.debtor()))
        .orElseThrow(() -> unmapped(settings, order.customer(), country));
  }

  /** {@code taxArea(customer, settings)}: code of the tax area a new customer gets. */
  static JsonNode taxArea(List<JsonNode> arguments) {
    Customer customer = ModelJson.mapper().treeToValue(arguments.get(0), Customer.class);
    JsonNode settings = arguments.get(1);
    String country = country(customer, customer.address());
    return CustomerTax.of(settings, customer, country)
        .map(row -> Functions.text(row.taxArea()))
        .orElseThrow(() -> unmapped(settings, customer, country));
  }

  /**
   * Code of the tax area that the buyer of an order gets as a new customer.
   *
   * @throws FaultException {@link Fault.Invalid} if setting customerTax has no row for the buyer
   */
  static String areaOf(Order order, JsonNode settings) {
    String country = country(order.customer(), order.shipTo());
    return CustomerTax.of(settings, order.customer(), country)
        .map(CustomerTax.Row::taxArea)
        .orElseThrow(() -> unmapped(settings, order.customer(), country));
  }

  private static String country(Customer customer, @Nullable Address otherwise) {
    if (customer.taxCountry() != null) {
      return customer.taxCountry();
    }
    String country = otherwise == null ? null : otherwise.country();
    return country == null ? "" : country;
  }

  private static FaultException unmapped(JsonNode settings, Customer customer, String country) {
    return new FaultException(
        new Fault.Invalid("taxAreaId", CustomerTax.explain(settings, customer, country), null));
  }
}
