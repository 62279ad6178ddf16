package dev.kontor.connector.magento.customer;

import static dev.kontor.connector.magento.order.Text.text;

import dev.kontor.connector.magento.order.Addresses;
import dev.kontor.model.Address;
import dev.kontor.model.Customer;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.MappingFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What {@code magento/customer.in} calls: each takes the whole account. */
public final class AccountFunctions {

  private AccountFunctions() {}

  public static Map<String, MappingFunction> all() {
    return Map.of(
        "accountKind", of(AccountFunctions::kind),
        "accountCompany", of(AccountFunctions::company),
        "accountPhone", of(account -> text(billing(account).path("telephone"))),
        "accountVatIds", of(AccountFunctions::vatIds),
        "accountTaxCountry", of(AccountFunctions::taxCountry),
        "accountAddress", of(AccountFunctions::address),
        "accountExtra", of(AccountFunctions::extra));
  }

  private static MappingFunction of(Function<JsonNode, @Nullable Object> function) {
    return arguments -> {
      Object value = function.apply(arguments.getFirst());
      return value == null ? NullNode.getInstance() : ModelJson.tree(value);
    };
  }

  private static Customer.Kind kind(JsonNode account) {
    return company(account) == null && vatIds(account).isEmpty()
        ? Customer.Kind.PERSON
        : Customer.Kind.COMPANY;
  }

  private static @Nullable String company(JsonNode account) {
    return first(account.path("company").path("company_name"), billing(account).path("company"));
  }

  /** Of the company, the account or the billing address, the first that states one. */
  private static List<String> vatIds(JsonNode account) {
    String vatId =
        first(
            account.path("company").path("vat_tax_id"),
            account.path("taxvat"),
            billing(account).path("vat_id"));
    return vatId == null ? List.of() : List.of(vatId);
  }

  private static @Nullable String taxCountry(JsonNode account) {
    JsonNode shipping = marked(account, "default_shipping").orElse(billing(account));
    return Addresses.country(shipping);
  }

  private static @Nullable Address address(JsonNode account) {
    JsonNode address = billing(account);
    return address.isObject() ? Addresses.of(address) : null;
  }

  /** The default one, else the first. */
  private static JsonNode billing(JsonNode account) {
    return marked(account, "default_billing").orElse(account.path("addresses").path(0));
  }

  private static Optional<JsonNode> marked(JsonNode account, String mark) {
    return account
        .path("addresses")
        .valueStream()
        .filter(address -> address.path(mark).asBoolean(false))
        .findFirst();
  }

  private static @Nullable String first(JsonNode... nodes) {
    return Stream.of(nodes).flatMap(node -> Stream.ofNullable(text(node))).findFirst().orElse(null);
  }

  private static Map<String, Map<String, JsonNode>> extra(JsonNode account) {
    Map<String, JsonNode> values = new TreeMap<>();
    put(values, "store_id", account.path("store_id"));
    put(values, "website_id", account.path("website_id"));
    put(values, "company_id", account.path("company").path("id"));
    return values.isEmpty() ? Map.of() : Map.of("magento", Map.copyOf(values));
  }

  private static void put(Map<String, JsonNode> values, String name, JsonNode value) {
    if (text(value) != null) {
      values.put(name, value);
    }
  }
}
