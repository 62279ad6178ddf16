package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.order.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Texts in one language; null leaves the shop's. */
record Words(String language, @Nullable String name, @Nullable String description) {

  static Words of(JsonNode node) {
    return new Words(
        Article.required(node, "language"),
        Text.text(node.path("name")),
        Text.text(node.path("description")));
  }
}
