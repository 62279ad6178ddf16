package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Saves an account or a company; a field that is not sent stays. */
final class AccountSave {

  /** Without which the shop takes no account (rest/b2b/company-users.md). */
  private static final List<String> NEEDED =
      List.of("id", "email", "firstname", "lastname", "website_id", "store_id");

  private final MagentoApi api;
  private final MagentoSettings settings;

  AccountSave(MagentoApi api, MagentoSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  /**
   * @param group id of the group the account is to be in, null to leave it
   * @param attributes text by code
   */
  void account(Account account, @Nullable String group, ObjectNode attributes) {
    ObjectNode values = attributes.deepCopy();
    shown(account.row())
        .properties()
        .forEach(
            known -> {
              if (known.getValue().equals(values.get(known.getKey()))) {
                values.remove(known.getKey());
              }
            });
    values.properties().removeIf(v -> v.getValue().asString("").isEmpty() && isUnset(account, v));
    if (group == null && values.isEmpty()) {
      return;
    }
    ObjectNode body = AccountShape.object();
    ObjectNode customer = body.putObject("customer");
    NEEDED.forEach(field -> customer.set(field, account.row().path(field)));
    if (group != null) {
      customer.put("group_id", Integer.parseInt(group));
    }
    if (!values.isEmpty()) {
      ArrayNode list = customer.putArray("custom_attributes");
      values
          .properties()
          .forEach(
              v -> list.addObject().put("attribute_code", v.getKey()).set("value", v.getValue()));
    }
    JsonNode saved = CustomerWriter.send(api, "PUT", "customers/" + account.id(), body).body();
    values.properties().forEach(v -> kept(v, shown(saved)));
  }

  private static boolean isUnset(Account account, Map.Entry<String, JsonNode> attribute) {
    return !shown(account.row()).has(attribute.getKey());
  }

  /** The shop drops attributes it does not have, and says nothing (magento/observed.md). */
  private void kept(Map.Entry<String, JsonNode> sent, JsonNode shown) {
    if (!sent.getValue().asString("").isEmpty() && !shown.has(sent.getKey())) {
      throw new FaultException(
          new Fault.Misconfigured(
              settings.connection() + ".customers.attributes",
              "names '" + sent.getKey() + "', but the shop has no such customer attribute"));
    }
  }

  private static ObjectNode shown(JsonNode row) {
    ObjectNode shown = AccountShape.object();
    for (JsonNode attribute : row.path("custom_attributes")) {
      shown.set(attribute.path("attribute_code").asString(""), attribute.path("value"));
    }
    return shown;
  }

  /**
   * The customers of a company are in its group; the shop takes the company as a whole only
   * (rest/b2b/company-object.md).
   */
  void company(Company company, String group) {
    ObjectNode changed = ((ObjectNode) company.json()).deepCopy();
    changed.put("customer_group_id", Integer.parseInt(group));
    ObjectNode body = AccountShape.object();
    body.set("company", changed);
    CustomerWriter.send(api, "PUT", "company/" + company.json().path("id").asString(""), body);
  }
}
