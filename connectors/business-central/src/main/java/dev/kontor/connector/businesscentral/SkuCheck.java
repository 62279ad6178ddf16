package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds article numbers that would name two things, and items that cannot be told apart. */
final class SkuCheck {

  private static final int TOLD = 20;

  private final Configuration configuration;
  private final Company company;

  SkuCheck(Configuration configuration, Company company) {
    this.configuration = configuration;
    this.company = company;
  }

  void run(List<Finding> findings) {
    Map<String, String> owner = new HashMap<>();
    int before = findings.size();
    int withVariants = 0;
    ODataQuery query =
        ODataQuery.of("items")
            .select(List.of("id", "number", "gtin"))
            .expand("itemVariants($select=id,code)");
    for (JsonNode item : company.client().all(query)) {
      String number = Json.text(item, "number", "");
      claim(write(item, null), number, owner, findings, before);
      for (JsonNode variant : item.path("itemVariants")) {
        String code = Json.text(variant, "code");
        claim(write(item, code), number + " variant " + code, owner, findings, before);
      }
      withVariants += item.path("itemVariants").isEmpty() ? 0 : 1;
    }
    if (withVariants > 0 && !LocationStock.isTold(company.companion())) {
      findings.add(
          Finding.warning(
              "items with variants",
              withVariants + " items have variants, whose stock API v2.0 does not show",
              "Install the companion app for it; with skuScheme item the sum of all variants is"
                  + " told."));
    }
  }

  private @Nullable String write(JsonNode item, @Nullable String variant) {
    return configuration
        .skus()
        .write(Json.text(item, "number", ""), Json.text(item, "gtin"), variant);
  }

  private static void claim(
      @Nullable String sku,
      String by,
      Map<String, String> owner,
      List<Finding> findings,
      int before) {
    if (sku == null) {
      return;
    }
    String other = owner.putIfAbsent(sku.toUpperCase(Locale.ROOT), by);
    if (other != null && findings.size() - before < TOLD) {
      findings.add(
          Finding.warning(
              "article number " + sku,
              "names both item " + other + " and item " + by,
              "Give each its own; orders with it are held."));
    }
  }
}
