package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.order.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One of the articles among which buyers choose.
 *
 * @param article what it is by itself, with what it has of its article
 * @param options never empty
 */
record Variant(Article article, List<Option> options) {

  static Variant of(JsonNode node, Article parent) {
    String sku = Article.number(Article.required(node, "sku"));
    List<Option> options =
        node.path("options")
            .valueStream()
            .map(one -> new Option(Article.required(one, "name"), Article.required(one, "value")))
            .toList();
    if (options.isEmpty()) {
      throw Article.wrong("options", "of variant " + sku + " are missing");
    }
    String name = Text.text(node.path("name"));
    BigDecimal weight = Article.decimal(node, "weight");
    Article article =
        new Article(
            sku,
            name == null ? named(parent, options) : name,
            node.path("texts").valueStream().map(Words::of).toList(),
            parent.active() && node.path("active").asBoolean(true),
            Text.text(node.path("gtin")),
            weight == null ? parent.weight() : weight,
            parent.taxGroup(),
            price(Article.decimal(node, "price"), parent.price()),
            List.of(),
            List.of(),
            Article.pictures(node),
            List.of(),
            parent.leaves());
    return new Variant(article, options);
  }

  /** Such as Shirt Red M, as the shop needs a name of each. */
  private static @Nullable String named(Article parent, List<Option> options) {
    return parent.name() == null
        ? null
        : Stream.concat(Stream.of(parent.name()), options.stream().map(Option::value))
            .collect(Collectors.joining(" "));
  }

  private static @Nullable Tag price(@Nullable BigDecimal amount, @Nullable Tag article) {
    return amount == null || article == null
        ? article
        : new Tag(amount, article.currency(), article.includesTax(), article.taxRate());
  }

  String sku() {
    return article.sku();
  }

  /** Of its options, in their order. */
  List<String> names() {
    return options.stream().map(Option::name).toList();
  }

  /** What tells it from its siblings. */
  String choice() {
    return options.stream().map(Option::key).sorted().collect(Collectors.joining("|"));
  }
}
