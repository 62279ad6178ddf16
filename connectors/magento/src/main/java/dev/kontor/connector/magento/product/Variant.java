package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.order.Text;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One of the articles among which buyers choose. What is null is the article's own.
 *
 * @param options never empty
 */
record Variant(
    String sku,
    @Nullable String name,
    List<Words> texts,
    boolean active,
    @Nullable String gtin,
    @Nullable BigDecimal weight,
    @Nullable Tag price,
    List<Option> options) {

  static Variant of(JsonNode node, @Nullable Tag article) {
    BigDecimal amount = Article.decimal(node, "price");
    List<Option> options =
        node.path("options")
            .valueStream()
            .map(one -> new Option(Article.required(one, "name"), Article.required(one, "value")))
            .toList();
    if (options.isEmpty()) {
      throw Article.wrong(
          "options", "of variant " + node.path("sku").asString("") + " are missing");
    }
    return new Variant(
        Article.number(Article.required(node, "sku")),
        Text.text(node.path("name")),
        node.path("texts").valueStream().map(Words::of).toList(),
        node.path("active").asBoolean(true),
        Text.text(node.path("gtin")),
        Article.decimal(node, "weight"),
        amount == null || article == null
            ? article
            : new Tag(amount, article.currency(), article.includesTax(), article.taxRate()),
        options);
  }
}
