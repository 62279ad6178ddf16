package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.model.ModelJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An account with what stands elsewhere beside its own fields: {@code group}, {@code company},
 * {@code credit}, and {@code terms}, which are the company's credit and the attributes that the
 * settings name.
 */
final class AccountShape {

  private final MagentoSettings settings;
  private final Groups groups;

  AccountShape(MagentoSettings settings, Groups groups) {
    this.settings = settings;
    this.groups = groups;
  }

  JsonNode content(Account account, @Nullable Company company) {
    ObjectNode content = ((ObjectNode) account.row()).deepCopy();
    groups
        .name(account.row().path("group_id").asString(""))
        .ifPresent(name -> content.putObject("group").put("name", name));
    content.set("terms", TermsShape.of(settings.customers(), account, company));
    if (company != null) {
      content.set("company", company.json());
    }
    if (company != null && company.credit().isObject()) {
      content.set("credit", company.credit());
    }
    return content;
  }

  /** Empty values to be sent. */
  static ObjectNode object() {
    return ModelJson.mapper().createObjectNode();
  }
}
