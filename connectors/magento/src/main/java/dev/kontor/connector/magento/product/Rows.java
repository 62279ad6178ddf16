package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.category.Categories;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns articles into what the shop's products are to be. */
final class Rows {

  private static final int ENABLED = 1;
  static final int DISABLED = 2;
  private static final BigDecimal POUND = new BigDecimal("0.45359237");
  private static final String ALL = ProductSettings.ALL_VIEWS;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final boolean pricedByFlow;
  private final Costs costs;
  private final Facts facts;
  private final Categories categories;
  private final Texts texts;
  private final Notes notes;
  private final boolean making;

  /**
   * @param making whether categories are made where the shop lacks them
   */
  Rows(MagentoSettings settings, ShopFacts facts, Values values, boolean making) {
    this.pricedByFlow = settings.prices().used();
    this.costs = new Costs(settings.prices().gross(), facts.currency());
    this.facts = facts.get();
    this.categories = facts.categories();
    this.texts = new Texts(settings.products(), this.facts.attributes(), values);
    this.notes = new Notes(settings.products(), this.facts, costs);
    this.making = making;
  }

  /** What the shop cannot be told. */
  List<String> notes(Article article) {
    return notes.of(article);
  }

  /**
   * What every store view shows that has nothing of its own.
   *
   * @param before what was last written of it, null if that is not known
   */
  Wanted product(Article article, @Nullable Article before, Kind kind) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    String name = texts.name(article, ALL);
    if (name != null) {
      fields.put("name", JSON.stringNode(name));
    }
    BigDecimal price = costs.amount(article.price());
    boolean priced = !kind.isSold() || price != null || article.leaves("price");
    if (!article.leaves("blocked")) {
      fields.put("status", JSON.numberNode(article.active() && priced ? ENABLED : DISABLED));
    }
    if (kind.isSold() && price != null && !pricedByFlow) {
      fields.put("price", JSON.numberNode(price));
    }
    if (kind.isSold() && article.weight() != null) {
      fields.put("weight", JSON.numberNode(weight(article.weight())));
    }
    Map<String, JsonNode> attributes = texts.of(article, before, ALL);
    String taxClass =
        article.taxGroup() == null ? null : facts.taxClasses().get(article.taxGroup());
    if (taxClass != null) {
      attributes.put("tax_class_id", JSON.stringNode(taxClass));
    }
    return new Wanted(
        article.sku(),
        fields,
        attributes,
        atFirst(kind, price),
        urlKey(article),
        extensions(article));
  }

  private Map<String, JsonNode> atFirst(Kind kind, @Nullable BigDecimal price) {
    Map<String, JsonNode> first = new LinkedHashMap<>();
    first.put("attribute_set_id", JSON.numberNode(facts.attributeSet()));
    first.put("type_id", JSON.stringNode(kind.type()));
    first.put("visibility", JSON.numberNode(kind.visibility()));
    if (kind.isSold()) {
      first.put("price", JSON.numberNode(price == null ? BigDecimal.ZERO : price));
    }
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

  private List<Extension> extensions(Article article) {
    List<Extension> extensions = new ArrayList<>(List.of(new Websites(facts.websites())));
    if (categories.used() && !article.categories().isEmpty()) {
      List<String> unmade = new ArrayList<>();
      extensions.add(new CategoryLinks(List.copyOf(categories(article, unmade)), unmade));
    }
    return extensions;
  }

  private Set<Integer> categories(Article article, List<String> unmade) {
    Set<Integer> ids = new LinkedHashSet<>();
    for (List<String> path : article.categories()) {
      Integer id = making ? Integer.valueOf(categories.made(path)) : categories.find(path);
      if (id == null) {
        unmade.add(String.join(" / ", path));
      } else {
        ids.add(id);
      }
    }
    return ids;
  }

  /** Ids of categories the hub had put it into and it is in no longer. */
  Set<Integer> left(Article article, @Nullable Article before) {
    Set<Integer> left = new LinkedHashSet<>();
    if (categories.used() && before != null && !article.leaves("categories")) {
      before.categories().forEach(path -> add(left, categories.find(path)));
      left.removeAll(categories(article, new ArrayList<>()));
    }
    return left;
  }

  private static void add(Set<Integer> ids, @Nullable Integer id) {
    if (id != null) {
      ids.add(id);
    }
  }

  /** Of store views that have texts of their own, or had. */
  List<Part> views(Article article, @Nullable Article before) {
    List<Part> parts = new ArrayList<>();
    Set<String> views = new LinkedHashSet<>(texts.views(article));
    views.addAll(texts.views(before));
    for (String view : views) {
      Map<String, JsonNode> fields = new LinkedHashMap<>();
      String name = name(article, before, view);
      if (name != null) {
        fields.put("name", JSON.stringNode(name));
      }
      Wanted wanted = Wanted.of(article.sku(), fields, texts.of(article, before, view));
      parts.add(new Part(view, wanted, true));
    }
    return parts;
  }

  /** The shop demands a name: one that fell away is the article's again. */
  private @Nullable String name(Article article, @Nullable Article before, String view) {
    String name = texts.name(article, view);
    boolean fallen = before != null && texts.name(before, view) != null && !article.leaves("texts");
    return name == null && fallen ? texts.name(article, ALL) : name;
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
