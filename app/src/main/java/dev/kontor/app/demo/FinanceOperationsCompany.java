package dev.kontor.app.demo;

import dev.kontor.model.ModelJson;
import dev.kontor.twin.financeoperations.FinanceOperationsTwin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A legal entity of Finance & Operations that sells what a shop sells. */
final class FinanceOperationsCompany {

  static final String ID = "demf";

  /** Where all of it lies. */
  static final String WAREHOUSE = "11";

  private static final String BUILT_IN = "/finance-operations/demo.json";

  /** Item sales tax group by the German rate. */
  private static final Map<String, String> GROUPS = Map.of("19", "FULL", "7", "RED", "0", "ZERO");

  /** Sections of the built-in company that speak of its own articles. */
  private static final List<String> OWN_ARTICLES =
      List.of("unitConversions", "barcodes", "priceAgreements");

  private FinanceOperationsCompany() {}

  /** The twin's German demo company with these articles instead of its own, and services. */
  static JsonNode of(Assortment assortment) {
    ObjectNode company = builtIn();
    company.remove(OWN_ARTICLES);
    ArrayNode items = company.putArray("items");
    for (Assortment.Article article : assortment.articles()) {
      ObjectNode item = item(article.sku(), article.name(), "Item", article.rate());
      item.putObject("stock").put(WAREHOUSE, article.stock());
      items.add(item);
    }
    items.add(item("FREIGHT", "Versandkosten", "Service", "19"));
    items.add(item("FREIGHT7", "Versandkosten 7 %", "Service", "7"));
    items.add(item("FREIGHT0", "Versandkosten ohne Steuer", "Service", "0"));
    items.add(item("ROUNDING", "Rundungsdifferenzen", "Service", "0"));
    ObjectNode setup = ModelJson.mapper().createObjectNode();
    setup.putArray("companies").add(company);
    return setup;
  }

  private static ObjectNode item(String number, String name, String type, String rate) {
    return ModelJson.mapper()
        .createObjectNode()
        .put("ItemNumber", number)
        .put("ProductNumber", number)
        .put("SearchName", name)
        .put("ProductSearchName", name)
        .put("SalesPriceQuantity", 1)
        .put("SalesUnitSymbol", "pcs")
        .put("InventoryUnitSymbol", "pcs")
        .put("SalesSalesTaxItemGroupCode", GROUPS.get(rate))
        .put("ProductType", type)
        .put("ProductSubType", "Product");
  }

  private static ObjectNode builtIn() {
    try (InputStream in = FinanceOperationsTwin.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + BUILT_IN);
      }
      return (ObjectNode)
          ModelJson.parse(in.readAllBytes())
              .path("companies")
              .valueStream()
              .filter(company -> company.path("id").asString().equals(ID))
              .findFirst()
              .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
