package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.ProductSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns articles into what the shop's products are to be. */
final class Rows {

  private static final int ENABLED = 1;
  private static final int DISABLED = 2;
  private static final int IN_CATALOGUE_AND_SEARCH = 4;
  private static final BigDecimal POUND = new BigDecimal("0.45359237");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ProductSettings settings;
  private final boolean pricedByFlow;
  private final Costs costs;
  private final Facts facts;

  Rows(MagentoSettings settings, ShopFacts facts) {
    this.settings = settings.products();
    this.pricedByFlow = settings.prices().used();
    this.costs = new Costs(settings.prices().gross(), facts.currency());
    this.facts = facts.get();
  }

  /** What the shop cannot be told. */
  List<String> notes(Article article) {
    List<String> notes = new ArrayList<>();
    for (Words words : article.texts()) {
      if (!settings.views().containsKey(words.language())) {
        notes.add("texts in " + words.language() + " were left out; products.views names no view");
      }
    }
    String group = article.taxGroup();
    if (group != null && !facts.taxClasses().containsKey(group)) {
      notes.add("tax class left as it is; products.taxClasses does not name " + group);
    }
    String obstacle = costs.obstacle(article.price());
    if (obstacle != null && !article.leaves().contains("price")) {
      notes.add(obstacle + "; the article is not sold until it has one");
    }
    return notes;
  }

  /** What every store view shows that has nothing of its own. */
  Wanted product(Article article) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    Map<String, JsonNode> attributes = new LinkedHashMap<>();
    texts(article.name(), article.texts(), ProductSettings.ALL_VIEWS, fields, attributes);
    BigDecimal price = costs.amount(article.price());
    boolean priced = price != null || article.leaves().contains("price");
    if (!article.leaves().contains("blocked")) {
      fields.put("status", JSON.numberNode(article.active() && priced ? ENABLED : DISABLED));
    }
    if (price != null && !pricedByFlow) {
      fields.put("price", JSON.numberNode(price));
    }
    if (article.weight() != null) {
      fields.put("weight", JSON.numberNode(weight(article.weight())));
    }
    String taxClass =
        article.taxGroup() == null ? null : facts.taxClasses().get(article.taxGroup());
    if (taxClass != null) {
      attributes.put("tax_class_id", JSON.stringNode(taxClass));
    }
    if (settings.gtin() != null && article.gtin() != null) {
      attributes.put(settings.gtin(), JSON.stringNode(article.gtin()));
    }
    return new Wanted(
        article.sku(), fields, attributes, atFirst(price), urlKey(article), facts.websites());
  }

  private Map<String, JsonNode> atFirst(@Nullable BigDecimal price) {
    Map<String, JsonNode> first = new LinkedHashMap<>();
    first.put("attribute_set_id", JSON.numberNode(facts.attributeSet()));
    first.put("type_id", JSON.stringNode("simple"));
    first.put("visibility", JSON.numberNode(IN_CATALOGUE_AND_SEARCH));
    first.put("price", JSON.numberNode(price == null ? BigDecimal.ZERO : price));
    return first;
  }

  /** With the number, as the shop refuses a second article of the same name otherwise. */
  private static Map<String, JsonNode> urlKey(Article article) {
    String name = article.name() == null ? "" : article.name();
    String ascii =
        Normalizer.normalize((name + "-" + article.sku()).replace("ß", "ss"), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return Map.of("url_key", JSON.stringNode(ascii));
  }

  /** Of store views that have texts of their own, by the view's code. */
  Map<String, Wanted> views(Article article) {
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    for (Words words : article.texts()) {
      String view = settings.views().getOrDefault(words.language(), ProductSettings.ALL_VIEWS);
      if (!view.equals(ProductSettings.ALL_VIEWS)) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        Map<String, JsonNode> attributes = new LinkedHashMap<>();
        texts(null, article.texts(), view, fields, attributes);
        wanted.put(view, Wanted.of(article.sku(), fields, attributes));
      }
    }
    return wanted;
  }

  /** A view's own words count before those of the article. */
  private void texts(
      @Nullable String name,
      List<Words> texts,
      String view,
      Map<String, JsonNode> fields,
      Map<String, JsonNode> attributes) {
    String shown = name;
    for (Words words : texts) {
      if (view.equals(settings.views().get(words.language()))) {
        shown = words.name() == null ? shown : words.name();
        if (words.description() != null) {
          attributes.put("description", JSON.stringNode(words.description()));
        }
      }
    }
    if (shown != null) {
      fields.put("name", JSON.stringNode(shown));
    }
  }

  private BigDecimal weight(BigDecimal kilograms) {
    return facts.pounds()
        ? kilograms.divide(POUND, Wanted.DECIMALS, RoundingMode.HALF_UP)
        : kilograms.setScale(Wanted.DECIMALS, RoundingMode.HALF_UP);
  }

  /** One the source no longer has. */
  static Wanted removed(String sku) {
    return Wanted.of(sku, Map.of("status", JSON.numberNode(DISABLED)), Map.of());
  }
}
