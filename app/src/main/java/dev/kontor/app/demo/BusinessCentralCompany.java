package dev.kontor.app.demo;

import dev.kontor.model.ModelJson;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A company of Business Central that sells what a shop sells. */
public final class BusinessCentralCompany {

  /** Where all of it lies. */
  static final String LOCATION = "MAIN";

  private static final String BUILT_IN = "/business-central/demo-company.json";

  private BusinessCentralCompany() {}

  /** The twin's demo company with these articles instead of its own, and more accounts. */
  public static JsonNode of(Assortment assortment) {
    ObjectNode company = (ObjectNode) builtIn();
    ArrayNode items = company.putArray("items");
    for (Assortment.Article article : assortment.articles()) {
      ObjectNode item = items.addObject();
      item.put("number", number(article.sku())).put("displayName", article.name());
      item.put("vatProductGroup", "VAT" + article.rate());
      item.putObject("stock").put(LOCATION, article.stock());
    }
    ArrayNode accounts = (ArrayNode) company.path("accounts");
    account(accounts, "8802", "Versandkosten ohne Steuer", "VAT0");
    account(accounts, "8730", "Rabatte 19 %", "VAT19");
    account(accounts, "8731", "Rabatte 7 %", "VAT7");
    account(accounts, "8732", "Rabatte ohne Steuer", "VAT0");
    return company;
  }

  /** Item numbers have capitals only. */
  static String number(String sku) {
    return sku.toUpperCase(Locale.ROOT);
  }

  private static void account(ArrayNode accounts, String number, String name, String group) {
    accounts
        .addObject()
        .put("number", number)
        .put("displayName", name)
        .put("vatProductGroup", group);
  }

  private static JsonNode builtIn() {
    try (InputStream in = BusinessCentralTwin.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + BUILT_IN);
      }
      return ModelJson.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
