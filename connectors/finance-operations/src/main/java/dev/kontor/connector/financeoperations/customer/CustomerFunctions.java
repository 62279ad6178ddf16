package dev.kontor.connector.financeoperations.customer;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.Address;
import dev.kontor.model.Customer;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.MappingFunction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What the mappings call about buyers. A result that does not exist is a missing node. */
public final class CustomerFunctions {

  private static final List<String> STREETS = List.of("street", "street2", "street3");
  private static final BigDecimal LEAST = new BigDecimal("0.01");

  private CustomerFunctions() {}

  public static Map<String, MappingFunction> all() {
    return Map.of(
        "displayName", CustomerFunctions::displayName,
        "lastName", CustomerFunctions::lastName,
        "street", CustomerFunctions::street,
        "country", CustomerFunctions::country,
        "taxGroup", CustomerFunctions::taxGroup,
        "customerAddress", CustomerFunctions::customerAddress,
        "vatIds", CustomerFunctions::vatIds,
        "creditLimit", CustomerFunctions::creditLimit);
  }

  /** {@code displayName(customer or address)}: the company, else first and last name. */
  private static JsonNode displayName(List<JsonNode> arguments) {
    JsonNode who = arguments.getFirst();
    String company = Row.text(who, "company");
    return text(company.isEmpty() ? joined(who, " ", "firstName", "lastName") : company);
  }

  /** {@code lastName(customer)}: a person needs one. */
  private static JsonNode lastName(List<JsonNode> arguments) {
    JsonNode who = arguments.getFirst();
    return Stream.of("lastName", "firstName", "company")
        .map(part -> Row.text(who, part))
        .filter(part -> !part.isEmpty())
        .findFirst()
        .map(CustomerFunctions::text)
        .orElse(MissingNode.getInstance());
  }

  /** {@code street(address)}: its lines in one field, where line breaks are kept. */
  private static JsonNode street(List<JsonNode> arguments) {
    return text(joined(arguments.getFirst(), "\n", "street", "street2", "street3"));
  }

  /** {@code country(address, settings)}. */
  private static JsonNode country(List<JsonNode> arguments) {
    String country = Row.text(arguments.getFirst(), "country");
    return country.isEmpty()
        ? MissingNode.getInstance()
        : text(Countries.id(country, arguments.get(1)));
  }

  /** {@code taxGroup(customer, settings)}: sales tax group of a new customer. */
  private static JsonNode taxGroup(List<JsonNode> arguments) {
    Customer customer = ModelJson.mapper().treeToValue(arguments.getFirst(), Customer.class);
    Address address = customer.address();
    String country = customer.taxCountry();
    if (country == null) {
      country = address == null || address.country() == null ? "" : address.country();
    }
    return CustomerTax.group(arguments.get(1), customer, country)
        .map(CustomerFunctions::text)
        .orElse(MissingNode.getInstance());
  }

  /** {@code customerAddress(customer, settings)}: the primary address. */
  private static JsonNode customerAddress(List<JsonNode> arguments) {
    JsonNode customer = arguments.getFirst();
    ObjectNode address = ModelJson.mapper().createObjectNode();
    String[] street = Row.text(customer, "AddressStreet").split("\\R", STREETS.size());
    for (int i = 0; i < street.length; i++) {
      put(address, STREETS.get(i), street[i].strip());
    }
    put(address, "postalCode", Row.text(customer, "AddressZipCode"));
    put(address, "city", Row.text(customer, "AddressCity"));
    put(address, "state", Row.text(customer, "AddressState"));
    String country = Row.text(customer, "AddressCountryRegionId");
    put(address, "country", Countries.iso(country, arguments.get(1)));
    return address.isEmpty()
        ? MissingNode.getInstance()
        : address.set("extra", ModelJson.mapper().createObjectNode());
  }

  private static void put(ObjectNode address, String field, String value) {
    if (!value.isEmpty()) {
      address.put(field, value);
    }
  }

  /** {@code vatIds(customer, settings)}: from the field that keeps them. */
  private static JsonNode vatIds(List<JsonNode> arguments) {
    String field = Row.text(arguments.get(1), "vatIdField");
    String id = Row.text(arguments.getFirst(), field.isEmpty() ? "TaxExemptNumber" : field);
    ArrayNode ids = ModelJson.mapper().createArrayNode();
    return id.isEmpty() ? ids : ids.add(id);
  }

  /**
   * {@code creditLimit(customer)}: zero means none, unless a limit is mandatory: then nothing may
   * be owed, which the model says by the least there is.
   */
  private static JsonNode creditLimit(List<JsonNode> arguments) {
    JsonNode customer = arguments.getFirst();
    BigDecimal limit = Row.number(customer, "CreditLimit");
    boolean nothing =
        limit.signum() == 0 && Row.text(customer, "CreditLimitIsMandatory").equals(Row.YES);
    return StringNode.valueOf((nothing ? LEAST : limit).toPlainString());
  }

  private static String joined(JsonNode who, String between, String... parts) {
    return Stream.of(parts)
        .map(part -> Row.text(who, part))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(between));
  }

  private static JsonNode text(String value) {
    return value.isBlank() ? MissingNode.getInstance() : StringNode.valueOf(value);
  }
}
