package dev.kontor.connector.shopware.product;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.order.Extra;
import dev.kontor.model.Attribute;
import dev.kontor.model.CategoryPath;
import dev.kontor.model.ModelJson;
import dev.kontor.model.ProductText;
import dev.kontor.model.ProductVariant;
import dev.kontor.model.VariantOption;
import dev.kontor.spi.MappingFunction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What {@code shopware/product.in} calls, each with the whole product. */
public final class ArticleFunctions {

  /** Of prices without tax, which the shop computes from those with tax. */
  private static final int DECIMALS = 5;

  private static final List<String> WEB_TEXTS = List.of("metaTitle", "metaDescription", "keywords");

  private ArticleFunctions() {}

  public static Map<String, MappingFunction> all() {
    return Map.ofEntries(
        entry("articleName", ArticleFunctions::name),
        entry("articleTexts", ArticleFunctions::texts),
        entry("articlePrice", ArticleFunctions::price),
        entry("articleCategories", ArticleFunctions::categories),
        entry("articleAttributes", ArticleFunctions::attributes),
        entry("articleVariants", ArticleFunctions::variants),
        entry("articleExtra", ArticleFunctions::extra));
  }

  private static Map.Entry<String, MappingFunction> entry(
      String name, Function<JsonNode, @Nullable Object> function) {
    return Map.entry(
        name,
        arguments -> {
          Object value = function.apply(arguments.getFirst());
          return value == null ? NullNode.getInstance() : ModelJson.tree(value);
        });
  }

  /** In the system's language, else as the shop shows it. */
  private static String name(JsonNode row) {
    return worded(row, "name");
  }

  private static String worded(JsonNode row, String field) {
    String own = ShopRow.text(row, field);
    return own.isEmpty() ? ShopRow.text(row.path("translated"), field) : own;
  }

  private static List<ProductText> texts(JsonNode product) {
    List<ProductText> texts = new ArrayList<>();
    for (JsonNode words : product.path("translations")) {
      String locale = ShopRow.text(words, "locale");
      if (!locale.isEmpty()) {
        texts.add(new ProductText(locale, stated(words, "name"), stated(words, "description")));
      }
    }
    texts.sort(Comparator.comparing(ProductText::language));
    return texts;
  }

  private static @Nullable String stated(JsonNode row, String field) {
    String text = ShopRow.text(row, field);
    return text.isEmpty() ? null : text;
  }

  /** Without tax, in the default currency; a variant without one costs what its article does. */
  private static @Nullable BigDecimal price(JsonNode product) {
    for (JsonNode price : product.path("price")) {
      if (ShopRow.text(price, "currencyId").equals(Ids.DEFAULT_CURRENCY)) {
        BigDecimal net =
            price
                .path("net")
                .decimalValue(BigDecimal.ZERO)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
        BigDecimal bare = net.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
      }
    }
    return null;
  }

  private static List<CategoryPath> categories(JsonNode product) {
    List<CategoryPath> paths = new ArrayList<>();
    for (JsonNode category : product.path("categories")) {
      List<CategoryPath.Category> steps = new ArrayList<>();
      category
          .path("breadcrumb")
          .valueStream()
          .map(JsonNode::asString)
          .forEach(name -> steps.add(new CategoryPath.Category(name, name)));
      if (steps.isEmpty()) {
        String name = worded(category, "name");
        steps.add(new CategoryPath.Category(name, name));
      }
      paths.add(new CategoryPath(steps));
    }
    return paths;
  }

  private static List<Attribute> attributes(JsonNode product) {
    return product
        .path("properties")
        .valueStream()
        .map(one -> new Attribute(worded(one.path("group"), "name"), name(one), null, List.of()))
        .toList();
  }

  private static List<ProductVariant> variants(JsonNode product) {
    return product
        .path("children")
        .valueStream()
        .sorted(Comparator.comparing(child -> ShopRow.text(child, "productNumber")))
        .map(ArticleFunctions::variant)
        .toList();
  }

  private static ProductVariant variant(JsonNode child) {
    List<VariantOption> options =
        child
            .path("options")
            .valueStream()
            .map(one -> new VariantOption(worded(one.path("group"), "name"), name(one)))
            .sorted(Comparator.comparing(VariantOption::name))
            .toList();
    return new ProductVariant(
        ShopRow.id(child),
        ShopRow.text(child, "productNumber"),
        stated(child, "name"),
        List.of(),
        stated(child, "ean"),
        null,
        price(child),
        child.path("active").isBoolean() && !child.path("active").booleanValue(),
        options,
        List.of(),
        Map.of());
  }

  /** Custom fields, and what only a shop knows of an article. */
  private static Map<String, Map<String, JsonNode>> extra(JsonNode product) {
    Map<String, JsonNode> more = new TreeMap<>();
    WEB_TEXTS.forEach(field -> more.put(field, product.path(field)));
    return Extra.of(product.path("customFields"), more);
  }
}
