package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Saves an account; a field that is not sent stays. */
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
    ObjectNode values = SavedAttributes.changed(account.row(), attributes);
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
    JsonNode saved = api.change("PUT", "customers/" + account.id(), body);
    SavedAttributes.check(settings.connection(), values, saved);
  }
}
