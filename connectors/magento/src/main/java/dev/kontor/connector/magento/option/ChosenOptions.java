package dev.kontor.connector.magento.option;

import dev.kontor.connector.magento.api.Articles;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.connector.magento.order.ChosenRow;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds to rows of orders what {@link ChosenRow} tells, from the articles: one call for many orders,
 * none for orders without custom options. The number of a configurable article's row is that of the
 * variant below it, which no option lengthens; a bundle's is left as the shop composes it.
 */
public final class ChosenOptions {

  private static final String NUMBER = "id,sku";
  private static final String OPTIONS =
      "options[option_id,title,type,values[option_type_id,title]]";

  private final MagentoApi api;
  private final boolean drop;

  /**
   * @param drop whether the article's number takes the place of the row's
   */
  public ChosenOptions(MagentoApi api, boolean drop) {
    this.api = api;
    this.drop = drop;
  }

  /**
   * Words and numbers. Where the articles may not be read the rows say so, and other orders go on.
   *
   * @throws FaultException the shop's refusal of another kind
   */
  public void tell(Collection<? extends JsonNode> orders) {
    List<ObjectNode> rows = chosen(orders);
    try {
      Map<String, JsonNode> articles = articles(rows, NUMBER + "," + OPTIONS);
      complete(articles, rows);
      for (ObjectNode row : rows) {
        Optional.ofNullable(articles.get(product(row))).ifPresent(article -> words(row, article));
      }
      number(orders, rows, articles);
    } catch (FaultException e) {
      if (!(e.fault() instanceof Fault.Forbidden)) {
        throw e;
      }
      rows.forEach(row -> row.put(ChosenRow.UNREAD, e.fault().message()));
    }
  }

  /**
   * Numbers only, where the articles may be read.
   *
   * @throws FaultException the shop's refusal of another kind
   */
  public void number(Collection<? extends JsonNode> orders) {
    List<ObjectNode> rows = chosen(orders);
    List<ObjectNode> simple = rows.stream().filter(row -> !isComposed(row)).toList();
    try {
      number(orders, rows, articles(simple, NUMBER));
    } catch (FaultException e) {
      if (!(e.fault() instanceof Fault.Forbidden)) {
        throw e;
      }
    }
  }

  private static List<ObjectNode> chosen(Collection<? extends JsonNode> orders) {
    return orders.stream()
        .flatMap(order -> order.path("items").valueStream())
        .filter(row -> !ChosenRow.options(row).isEmpty())
        .map(JsonNode::asObject)
        .toList();
  }

  private Map<String, JsonNode> articles(List<ObjectNode> rows, String fields) {
    List<String> ids = rows.stream().map(ChosenOptions::product).distinct().toList();
    Map<String, JsonNode> articles = new HashMap<>();
    for (List<String> some : Articles.pages(ids, SearchCriteria.MAX_SIZE)) {
      SearchCriteria criteria =
          new SearchCriteria(SearchCriteria.MAX_SIZE).anyOf("entity_id", some).only(fields);
      api.search("products", criteria)
          .forEach(article -> articles.put(article.path("id").asString(""), article));
    }
    return articles;
  }

  /** No recorded search shows options, as the article itself does: those that miss any are read. */
  private void complete(Map<String, JsonNode> articles, List<ObjectNode> rows) {
    Set<String> incomplete = new LinkedHashSet<>();
    for (ObjectNode row : rows) {
      JsonNode article = articles.get(product(row));
      if (article != null && !hasAll(article, row)) {
        incomplete.add(product(row));
      }
    }
    for (String id : incomplete) {
      ObjectNode article = Objects.requireNonNull(articles.get(id)).asObject();
      String path = "products/" + MagentoApi.segment(article.path("sku").asString(""));
      article.set("options", api.get(path + "?fields=" + OPTIONS).path("options"));
    }
  }

  private static boolean hasAll(JsonNode article, JsonNode row) {
    List<String> ids = article.path("options").valueStream().map(ChosenOptions::id).toList();
    return ChosenRow.options(row).stream().allMatch(one -> ids.contains(id(one)));
  }

  private static void words(ObjectNode row, JsonNode article) {
    ArrayNode words = row.putArray(ChosenRow.WORDS);
    for (JsonNode option : article.path("options")) {
      ChosenRow.options(row).stream()
          .filter(one -> id(one).equals(id(option)))
          .map(one -> one.path("option_value").asString(""))
          .filter(value -> !value.isBlank())
          .forEach(
              value ->
                  words
                      .addObject()
                      .put("option_id", id(option))
                      .put("title", option.path("title").asString(""))
                      .put("value", Words.of(option, value)));
    }
  }

  private void number(
      Collection<? extends JsonNode> orders,
      List<ObjectNode> rows,
      Map<String, JsonNode> articles) {
    Map<String, JsonNode> variants = new HashMap<>();
    orders.stream()
        .flatMap(order -> order.path("items").valueStream())
        .filter(row -> row.hasNonNull("parent_item_id"))
        .forEach(row -> variants.put(row.path("parent_item_id").asString(""), row));
    for (ObjectNode row : rows) {
      JsonNode article =
          isComposed(row)
              ? variants.get(row.path("item_id").asString(""))
              : articles.get(product(row));
      if (article != null && !is(row, "bundle")) {
        number(row, article.path("sku").asString(""));
      }
    }
  }

  /** Of an article that got another number since, the row's own is left. */
  private void number(ObjectNode row, String number) {
    String shown = OpenPieces.key(row.path("sku").asString(""));
    if (shown.startsWith(OpenPieces.key(number) + "-")) {
      row.put(drop ? "sku" : ChosenRow.ARTICLE, number);
    }
  }

  private static boolean isComposed(JsonNode row) {
    return is(row, "configurable") || is(row, "bundle");
  }

  private static boolean is(JsonNode row, String type) {
    return row.path("product_type").asString("").equals(type);
  }

  private static String product(JsonNode row) {
    return row.path("product_id").asString("");
  }

  private static String id(JsonNode option) {
    return option.path("option_id").asString("");
  }
}
