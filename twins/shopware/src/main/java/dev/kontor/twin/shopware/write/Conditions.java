package dev.kontor.twin.shopware.write;

import dev.kontor.twin.shopware.data.Keys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Checks rule conditions (Shopware's RuleValidator). The twin knows those that decide whose prices
 * hold; any other is refused as an unknown type rather than evaluated wrongly.
 */
final class Conditions {
  private enum Wants {
    IDS,
    TEXTS,
    TEXT,
    TRUTH,
    TIME,
    OPERATOR
  }

  private static final Map<String, Wants> NOTHING = Map.of();
  private static final Map<String, Map<String, Wants>> TYPES = types();
  private static final List<String> OPERATORS = List.of("=", "!=");
  private static final Pattern ATOM =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d");

  private final Violations violations;

  Conditions(Violations violations) {
    this.violations = violations;
  }

  private static Map<String, Map<String, Wants>> types() {
    Map<String, Map<String, Wants>> types = new LinkedHashMap<>();
    for (String container : List.of("orContainer", "andContainer", "notContainer")) {
      types.put(container, NOTHING);
    }
    types.put("alwaysValid", NOTHING);
    types.put("customerCustomerGroup", compared("customerGroupIds", Wants.IDS));
    types.put("customerCustomerNumber", compared("numbers", Wants.TEXTS));
    types.put("customerTag", compared("identifiers", Wants.IDS));
    types.put("customerEmail", compared("email", Wants.TEXT));
    types.put("customerBillingCountry", compared("countryIds", Wants.IDS));
    types.put("customerShippingCountry", compared("countryIds", Wants.IDS));
    types.put("currency", compared("currencyIds", Wants.IDS));
    types.put("salesChannel", compared("salesChannelIds", Wants.IDS));
    types.put("customerIsCompany", Map.of("isCompany", Wants.TRUTH));
    types.put("customerIsGuest", Map.of("isGuest", Wants.TRUTH));
    types.put("customerLoggedIn", Map.of("isLoggedIn", Wants.TRUTH));
    Map<String, Wants> range = new LinkedHashMap<>();
    range.put("fromDate", Wants.TIME);
    range.put("toDate", Wants.TIME);
    range.put("useTime", Wants.TRUTH);
    types.put("dateRange", range);
    return types;
  }

  private static Map<String, Wants> compared(String list, Wants wants) {
    Map<String, Wants> properties = new LinkedHashMap<>();
    properties.put(list, wants);
    properties.put("operator", Wants.OPERATOR);
    return properties;
  }

  /** What is wrong is collected; pointer is the condition's. */
  void check(String type, JsonNode value, String pointer) {
    Map<String, Wants> wanted = TYPES.get(type);
    if (wanted == null) {
      violations.conditionType(pointer + "/type", type);
      return;
    }
    value
        .propertyNames()
        .forEach(
            name -> {
              if (!wanted.containsKey(name)) {
                violations.property(pointer + "/value/" + name, name);
              }
            });
    wanted.forEach((name, wants) -> check(wants, value.get(name), pointer + "/value/" + name));
  }

  private void check(
      Wants wants, @org.jspecify.annotations.Nullable JsonNode value, String pointer) {
    if (value == null || value.isNull() || (value.isContainer() && value.isEmpty())) {
      violations.blank(pointer);
      return;
    }
    switch (wants) {
      case IDS -> {
        if (!value.isArray() || !value.valueStream().allMatch(v -> Keys.valid(v.asString("")))) {
          violations.type(pointer, value, "uuid[]");
        }
      }
      case TEXTS -> {
        if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
          violations.type(pointer, value, "string[]");
        }
      }
      case TEXT -> typed(value.isString(), pointer, value, "string");
      case TRUTH -> typed(value.isBoolean(), pointer, value, "bool");
      case TIME -> typed(ATOM.matcher(value.asString("")).matches(), pointer, value, "datetime");
      case OPERATOR -> {
        if (!OPERATORS.contains(value.asString(""))) {
          violations.choice(pointer, value);
        }
      }
    }
  }

  private void typed(boolean fits, String pointer, JsonNode value, String type) {
    if (!fits) {
      violations.type(pointer, value, type);
    }
  }
}
