package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.order.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What buyers read of an article.
 *
 * @param value its unit behind it
 * @param texts the same by language
 */
record Property(String name, String value, Map<String, String> texts) {

  static Property of(JsonNode node) {
    String unit = Text.text(node.path("unit"));
    String after = unit == null ? "" : " " + unit;
    Map<String, String> texts = new LinkedHashMap<>();
    node.path("texts")
        .forEach(
            text ->
                texts.put(
                    Article.required(text, "language"), Article.required(text, "value") + after));
    return new Property(
        Article.required(node, "name"), Article.required(node, "value") + after, texts);
  }
}
