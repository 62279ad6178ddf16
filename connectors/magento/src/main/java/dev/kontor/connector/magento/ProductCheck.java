package dev.kontor.connector.magento;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.product.ShopFacts;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Rights and settings for articles. */
record ProductCheck(MagentoApi api, ProductSettings settings, ShopFacts facts) {

  /** Of no bulk there ever was. */
  private static final String NO_BULK = "bulk/00000000-0000-0000-0000-000000000000/status";

  /** Of none there ever was. */
  private static final String NOBODYS_CATALOG = "sharedCatalog/0/assignProducts";

  void about(ShopCheck check) {
    facts.looks().forEach(check::read);
    if (settings.bulk()) {
      check.read("what became of bulk operations", this::bulk);
    }
    if (settings.sharedCatalogs().used()) {
      check.write("assign articles to shared catalogues", NOBODYS_CATALOG, "{\"products\": []}");
    }
    String gtin = settings.gtin();
    if (gtin != null) {
      check.read("attributes", () -> attribute(check, gtin));
    }
    if (settings.views().values().stream().anyMatch(v -> !v.equals(ProductSettings.ALL_VIEWS))) {
      check.read("store views", () -> views(check));
    }
  }

  /** That there is no such bulk is the right answer. */
  private void bulk() {
    try {
      api.get(NO_BULK);
    } catch (FaultException e) {
      if (!(e.fault() instanceof Fault.Invalid)) {
        throw e;
      }
    }
  }

  private void attribute(ShopCheck check, String code) {
    Set<String> known = new TreeSet<>();
    api.get("products/attribute-sets/" + facts.attributeSet() + "/attributes")
        .forEach(row -> known.add(row.path("attribute_code").asString("")));
    if (!known.contains(code)) {
      check.wrong(
          "products.gtin",
          "names '"
              + code
              + "', but the attribute set "
              + settings.attributeSet()
              + " has no such attribute; the shop would drop its values silently",
          "enter the code of an attribute of that set (Stores, Attributes, Attribute Set)");
    }
  }

  private void views(ShopCheck check) {
    Set<String> known = new TreeSet<>();
    for (JsonNode view : api.get("store/storeViews")) {
      known.add(view.path("code").asString(""));
    }
    known.add(ProductSettings.ALL_VIEWS);
    settings
        .views()
        .forEach(
            (language, code) -> {
              if (!known.contains(code)) {
                check.wrong(
                    "products.views." + language,
                    "names '" + code + "', but the shop has no such store view",
                    "enter the code of a store view (Stores, All Stores), or all");
              }
            });
  }
}
