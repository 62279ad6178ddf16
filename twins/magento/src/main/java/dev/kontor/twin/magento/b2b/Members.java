package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which company a customer buys for ({@code rest/b2b/company-users.md}). A customer of no company
 * has the company 0; one of a company is in its customer group.
 */
public final class Members {
  private static final String COMPANY = "company_id";
  private static final String GROUP = "group_id";

  private final Tables tables;
  private final boolean commerce;

  public Members(Tables tables, boolean commerce) {
    this.tables = tables;
    this.commerce = commerce;
  }

  /** A new customer belongs to nobody. */
  public void registered(ObjectNode customer) {
    if (commerce) {
      customer
          .withObjectProperty("extension_attributes")
          .putObject("company_attributes")
          .put("customer_id", Row.number(customer, "id"))
          .put(COMPANY, 0);
    }
  }

  /** Lays what was sent over what is known; the group follows the company. */
  public void assign(ObjectNode customer, JsonNode sent) {
    if (!commerce) {
      return;
    }
    ObjectNode own = attributes(customer);
    if (sent.hasNonNull(COMPANY)) {
      long id = Row.number(sent, COMPANY);
      if (id != 0 && tables.companies().find(id).isEmpty()) {
        throw ApiError.named(404, "No such entity with %fieldName", "fieldName", COMPANY);
      }
      own.put(COMPANY, id).put("status", id == 0 ? 0 : 1);
    }
    for (String field : List.of("job_title", "status", "telephone")) {
      sent.optional(field).ifPresent(value -> own.set(field, value));
    }
    company(customer).ifPresent(c -> customer.set(GROUP, c.path("customer_group_id")));
  }

  /** A customer as one of this company's. */
  void join(long customer, long company) {
    ObjectNode row = tables.customers().get(customer);
    assign(row, attributes(row).deepCopy().put(COMPANY, company));
  }

  /** Gives a company another customer group, and its customers with it. */
  void regroup(ObjectNode company, long group) {
    company.put("customer_group_id", group);
    of(Row.number(company, "id")).forEach(member -> assign(member, Json.object()));
  }

  /** The company that a customer may act for, if it has one. */
  public Optional<ObjectNode> company(JsonNode customer) {
    return tables
        .companies()
        .find(
            Row.number(customer.path("extension_attributes").path("company_attributes"), COMPANY));
  }

  List<ObjectNode> of(long company) {
    return tables.customers().all().stream()
        .filter(c -> Row.number(attributes(c), COMPANY) == company)
        .toList();
  }

  static ObjectNode attributes(ObjectNode customer) {
    return customer
        .withObjectProperty("extension_attributes")
        .withObjectProperty("company_attributes");
  }
}
