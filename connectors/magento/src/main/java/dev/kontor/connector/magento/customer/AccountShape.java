package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.order.Text;
import dev.kontor.model.ModelJson;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
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
    ObjectNode terms = content.putObject("terms");
    Map<String, String> values = attributes(account.row());
    settings
        .customers()
        .attributes()
        .forEach(
            (term, code) -> {
              if (values.containsKey(code)) {
                terms.put(term, values.get(code));
              }
            });
    if (company != null) {
      content.set("company", company.json());
      content.set("credit", company.credit());
      if (company.credit().isObject()) {
        terms.put("creditLimit", plain(company.limit()));
        terms.put("balance", plain(company.owed()));
        terms.put("currency", company.currency());
      }
    }
    return content;
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  private static Map<String, String> attributes(JsonNode row) {
    Map<String, String> values = new TreeMap<>();
    for (JsonNode attribute : row.path("custom_attributes")) {
      String value = Text.text(attribute.path("value"));
      if (value != null) {
        values.put(attribute.path("attribute_code").asString(""), value);
      }
    }
    return values;
  }

  /** Empty values to be sent. */
  static ObjectNode object() {
    return ModelJson.mapper().createObjectNode();
  }
}
