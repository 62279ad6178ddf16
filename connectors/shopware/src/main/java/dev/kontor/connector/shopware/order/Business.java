package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.model.Customer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What tells a company from a person: its name, its VAT ids or the kind of its account. */
final class Business {

  private Business() {}

  static Customer.Kind kind(@Nullable String company, List<String> vatIds, JsonNode account) {
    return company != null
            || !vatIds.isEmpty()
            || account.path("accountType").asString("").equals("business")
        ? Customer.Kind.COMPANY
        : Customer.Kind.PERSON;
  }

  /** As stated with the order, else in the account, else with the billing address. */
  static List<String> vatIds(JsonNode order) {
    JsonNode buyer = order.path("orderCustomer");
    JsonNode account = buyer.path("customer");
    List<String> ids =
        texts((buyer.path("vatIds").isEmpty() ? account : buyer).path("vatIds").valueStream());
    return ids.isEmpty() ? texts(Stream.of(order.path("billingAddress").path("vatId"))) : ids;
  }

  static List<String> texts(Stream<JsonNode> ids) {
    return ids.flatMap(id -> Stream.ofNullable(text(id))).toList();
  }
}
