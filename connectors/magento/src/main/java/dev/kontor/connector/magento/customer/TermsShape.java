package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.CustomerSettings;
import dev.kontor.connector.magento.order.Text;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The terms on which an account buys, as far as the shop keeps them somewhere. */
final class TermsShape {

  private TermsShape() {}

  static ObjectNode of(CustomerSettings settings, Account account, @Nullable Company company) {
    ObjectNode terms = AccountShape.object();
    Map<String, String> values = attributes(account.row());
    settings
        .attributes()
        .forEach(
            (term, code) -> {
              if (values.containsKey(code)) {
                terms.put(term, values.get(code));
              }
            });
    if (company != null && company.credit().isObject()) {
      terms.put(Terms.LIMIT, plain(company.limit()));
      terms.put(Terms.BALANCE, plain(company.owed()));
      terms.put(Terms.CURRENCY, company.currency());
    }
    return terms;
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
}
