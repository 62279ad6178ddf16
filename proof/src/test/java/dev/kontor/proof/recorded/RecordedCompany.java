package dev.kontor.proof.recorded;

import dev.kontor.app.demo.BusinessCentralCompany;
import dev.kontor.app.demo.ShopwareGoods;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ERP company of the recorded shop: the demo company with the articles that were ordered. */
final class RecordedCompany {

  private RecordedCompany() {}

  static JsonNode of(Collection<JsonNode> orders) {
    return with(groups(orders));
  }

  /** With these articles, each in a tax group. */
  static JsonNode with(Map<String, String> groups) {
    ObjectNode company = (ObjectNode) BusinessCentralCompany.of(ShopwareGoods.assortment());
    ArrayNode items = company.putArray("items");
    groups.forEach(
        (number, group) -> {
          ObjectNode item = items.addObject().put("number", number).put("displayName", number);
          item.put("unitPrice", 1).put("vatProductGroup", group);
          item.putObject("stock").put("MAIN", 1000);
        });
    company.path("vatPostingSetup").valueStream().forEach(RecordedCompany::asTheShopTaxesFrance);
    return company;
  }

  private static void asTheShopTaxesFrance(JsonNode row) {
    if (row.path("business").asString().equals("OSS-FR")
        && row.path("product").asString().equals("VAT7")) {
      ((ObjectNode) row).put("percent", "10").put("identifier", "FR10");
    }
  }

  /** Article number to tax group: the group that yields the recorded domestic rate. */
  private static Map<String, String> groups(Collection<JsonNode> orders) {
    Map<String, String> groups = new TreeMap<>();
    for (JsonNode order : orders) {
      for (JsonNode line : order.path("lineItems")) {
        String number = line.path("payload").path("productNumber").asString("");
        if (!number.isEmpty()) {
          JsonNode taxes = line.path("price").path("calculatedTaxes");
          String group = taxes.isEmpty() ? "" : group(taxes.path(0).path("taxRate").decimalValue());
          groups.merge(number, group, (a, b) -> a.isEmpty() ? b : a);
        }
      }
    }
    groups.replaceAll((number, group) -> group.isEmpty() ? "VAT7" : group);
    return groups;
  }

  static String group(BigDecimal rate) {
    return switch (rate.intValueExact()) {
      case 19, 20 -> "VAT19";
      case 7, 10 -> "VAT7";
      default -> "VAT0";
    };
  }
}
