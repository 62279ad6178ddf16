package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.attribute.Attribute;
import dev.kontor.connector.magento.attribute.Attributes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an article says of itself in one store view: name, description, bar code, properties. */
record Texts(ProductSettings settings, Attributes attributes, Values values) {

  private static final String ALL = ProductSettings.ALL_VIEWS;
  private static final String DESCRIPTION = "description";

  /** Codes of store views it says something of its own in. */
  Set<String> views(@Nullable Article article) {
    Set<String> views = new LinkedHashSet<>();
    if (article != null) {
      Stream.concat(
              article.texts().stream().map(Words::language),
              article.properties().stream().flatMap(one -> one.texts().keySet().stream()))
          .map(language -> settings.views().getOrDefault(language, ALL))
          .filter(view -> !view.equals(ALL))
          .forEach(views::add);
    }
    return views;
  }

  /** A view's own words count before those of the article; null where there are none. */
  @Nullable String name(Article article, String view) {
    String shown = view.equals(ALL) ? article.name() : null;
    for (Words words : article.texts()) {
      if (words.name() != null && view.equals(settings.views().get(words.language()))) {
        shown = words.name();
      }
    }
    return shown;
  }

  /**
   * Values of attributes, by code; what the hub had set and the source no longer has is emptied.
   *
   * @param before what was last written, null if that is not known
   */
  Map<String, JsonNode> of(Article article, @Nullable Article before, String view) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    told(article, view)
        .forEach(
            (code, text) -> all.put(code, JsonNodeFactory.instance.stringNode(value(code, text))));
    if (before != null) {
      Set<String> fallen = new LinkedHashSet<>(told(before, view).keySet());
      fallen.removeAll(left(article));
      fallen.forEach(code -> all.putIfAbsent(code, JsonNodeFactory.instance.nullNode()));
    }
    return all;
  }

  private String value(String code, String text) {
    return settings.attributes().containsValue(code) && attributes.get(code).isChosen()
        ? values.of(code, text)
        : text;
  }

  private Map<String, String> told(Article article, String view) {
    Map<String, String> told = new LinkedHashMap<>();
    for (Words words : article.texts()) {
      if (words.description() != null && view.equals(settings.views().get(words.language()))) {
        told.put(DESCRIPTION, words.description());
      }
    }
    if (settings.gtin() != null && article.gtin() != null && view.equals(ALL)) {
      told.put(settings.gtin(), article.gtin());
    }
    for (Property property : article.properties()) {
      String code = settings.attributes().get(property.name());
      String text = code == null ? null : text(property, attributes.get(code), view);
      if (code != null && text != null) {
        told.merge(code, text, (a, b) -> both(code, a, b));
      }
    }
    return told;
  }

  /** Texts of several go together, of what the shop lists an article has one. */
  private String both(String code, String first, String second) {
    if (attributes.get(code).isChosen()) {
      throw Article.wrong(
          "properties",
          "state '"
              + first
              + "' and '"
              + second
              + "' for the dropdown "
              + code
              + ", which takes one; state one at the source");
    }
    return first + ", " + second;
  }

  /** A dropdown's values are translated in the shop. */
  private @Nullable String text(Property property, Attribute attribute, String view) {
    if (!view.equals(ALL) && (attribute.isChosen() || attribute.global())) {
      return null;
    }
    String shown = view.equals(ALL) ? property.value() : null;
    for (Map.Entry<String, String> text : property.texts().entrySet()) {
      if (attribute.isText() && view.equals(settings.views().get(text.getKey()))) {
        shown = text.getValue();
      }
    }
    return shown;
  }

  /** Codes that are the shop's own word by now. */
  private Set<String> left(Article article) {
    Set<String> left = new HashSet<>();
    if (article.leaves("texts")) {
      left.add(DESCRIPTION);
    }
    if (article.leaves("gtin") && settings.gtin() != null) {
      left.add(settings.gtin());
    }
    if (article.leaves("attributes")) {
      left.addAll(settings.attributes().values());
    }
    return left;
  }
}
