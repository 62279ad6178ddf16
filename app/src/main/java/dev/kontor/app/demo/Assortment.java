package dev.kontor.app.demo;

import dev.kontor.model.ModelJson;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.shopware.shop.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The articles both systems know: the shop's demo catalogue, entered into the ERP as items. */
public record Assortment(List<Article> articles) {

  private static final String COMPANY = "/business-central/demo-company.json";

  /**
   * One article that can be bought.
   *
   * @param rate German VAT in percent
   * @param scarce sold only while in stock
   */
  public record Article(String sku, String name, String rate, BigDecimal stock, boolean scarce) {}

  public static Assortment demo() {
    Map<String, JsonNode> rows = new HashMap<>();
    Set<String> parents = new HashSet<>();
    for (JsonNode row : Catalogue.demo()) {
      rows.put(row.path("productNumber").asString(), row);
      parents.add(row.path("parent").asString(""));
    }
    List<Article> articles = new ArrayList<>();
    for (JsonNode row : Catalogue.demo()) {
      String sku = row.path("productNumber").asString();
      if (!parents.contains(sku)) {
        JsonNode parent = rows.getOrDefault(row.path("parent").asString(""), row);
        articles.add(article(sku, row, parent));
      }
    }
    return new Assortment(List.copyOf(articles));
  }

  private static Article article(String sku, JsonNode row, JsonNode parent) {
    return new Article(
        sku,
        row.path("name").asString(parent.path("name").asString("")),
        row.path("taxRate").asString(parent.path("taxRate").asString("19")),
        row.path("stock").asDecimal(),
        row.path("closeout").asBoolean(false));
  }

  /** Articles of that German rate that never sell out in a demo. */
  public List<Article> ofRate(String rate) {
    return articles.stream().filter(a -> a.rate().equals(rate) && !a.scarce()).toList();
  }

  /** The ERP's built-in demo company with these articles instead of its own, and more accounts. */
  public JsonNode company() {
    ObjectNode company = (ObjectNode) builtIn();
    ArrayNode items = company.putArray("items");
    for (Article article : articles) {
      ObjectNode item = items.addObject();
      item.put("number", article.sku()).put("displayName", article.name());
      item.put("vatProductGroup", "VAT" + article.rate());
      item.putObject("stock").put("MAIN", article.stock());
    }
    ArrayNode accounts = (ArrayNode) company.path("accounts");
    account(accounts, "8802", "Versandkosten ohne Steuer", "VAT0");
    account(accounts, "8730", "Rabatte 19 %", "VAT19");
    account(accounts, "8731", "Rabatte 7 %", "VAT7");
    account(accounts, "8732", "Rabatte ohne Steuer", "VAT0");
    return company;
  }

  private static void account(ArrayNode accounts, String number, String name, String group) {
    accounts
        .addObject()
        .put("number", number)
        .put("displayName", name)
        .put("vatProductGroup", group);
  }

  private static JsonNode builtIn() {
    try (InputStream in = BusinessCentralTwin.class.getResourceAsStream(COMPANY)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + COMPANY);
      }
      return ModelJson.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
