package dev.kontor.connector.businesscentral;

import dev.kontor.model.Address;
import dev.kontor.model.Customer;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.MappingFunction;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/** What the shipped mappings call. A result that does not exist is a missing node. */
final class Functions {

  private Functions() {}

  static Map<String, MappingFunction> all() {
    return Map.of(
        "salesLines", SalesLines::apply,
        "debtor", Functions::debtor,
        "taxArea", Functions::taxArea,
        "displayName", Functions::displayName,
        "contactName", Functions::contactName,
        "productVariants", arguments -> sound(arguments, "variants"),
        "priceSheets", arguments -> sound(arguments, "sheets"));
  }

  /** {@code debtor(order, settings)}: number of the collective debtor, if the buyer has one. */
  private static JsonNode debtor(List<JsonNode> arguments) {
    JsonNode settings = arguments.get(1);
    if (!settings.path("collectiveDebtors").asBoolean(false)) {
      return MissingNode.getInstance();
    }
    Order order = ModelJson.mapper().treeToValue(arguments.get(0), Order.class);
    String country = country(order.customer(), order.shipTo());
    return CustomerTax.of(settings, order.customer(), country)
        .map(row -> text(row.debtor()))
        .orElseThrow(() -> unmapped(settings, order.customer(), country));
  }

  /** {@code taxArea(customer, settings)}: code of the tax area a new customer gets. */
  private static JsonNode taxArea(List<JsonNode> arguments) {
    Customer customer = ModelJson.mapper().treeToValue(arguments.get(0), Customer.class);
    JsonNode settings = arguments.get(1);
    String country = country(customer, customer.address());
    return CustomerTax.of(settings, customer, country)
        .map(row -> text(row.taxArea()))
        .orElseThrow(() -> unmapped(settings, customer, country));
  }

  /** {@code displayName(customer or address)}: the company, else first and last name. */
  private static JsonNode displayName(List<JsonNode> arguments) {
    JsonNode who = arguments.getFirst();
    String company = Json.text(who, "company");
    return company == null ? text(person(who)) : text(company);
  }

  /** {@code contactName(address)}: first and last name where the company is the name. */
  private static JsonNode contactName(List<JsonNode> arguments) {
    JsonNode who = arguments.getFirst();
    return Json.text(who, "company") == null ? MissingNode.getInstance() : text(person(who));
  }

  /**
   * {@code productVariants(item)} and {@code priceSheets(price)}: a part of a document, unless the
   * reader found a problem that a person must mend.
   */
  private static JsonNode sound(List<JsonNode> arguments, String field) {
    JsonNode document = arguments.getFirst();
    JsonNode problems = document.path("problems");
    if (!problems.isEmpty()) {
      throw new FaultException(
          new Fault.Invalid(
              field,
              problems.valueStream().map(JsonNode::asString).collect(Collectors.joining("; ")),
              null));
    }
    return document.path(field);
  }

  private static String person(JsonNode who) {
    return Stream.of(Json.text(who, "firstName", ""), Json.text(who, "lastName", ""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
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

  private static JsonNode text(@Nullable String value) {
    return value == null || value.isBlank() ? MissingNode.getInstance() : StringNode.valueOf(value);
  }
}
