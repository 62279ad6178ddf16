package dev.kontor.connector.financeoperations.product;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.ProductText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an article is called: in its own language, and in others.
 *
 * @param rows one for each language
 * @param own the language of the name, as Finance & Operations calls it
 */
record ArticleTexts(List<JsonNode> rows, String own) {

  private static final String NAME = "ProductName";
  private static final String LANGUAGE = "LanguageId";

  ArticleTexts {
    rows = rows.stream().sorted(Comparator.comparing(row -> Row.text(row, LANGUAGE))).toList();
  }

  /** Empty if there is no name in any language. */
  Optional<String> name() {
    return rows.stream()
        .filter(row -> !Row.text(row, NAME).isEmpty())
        .min(Comparator.comparing(row -> !isOwn(row)))
        .map(row -> Row.text(row, NAME));
  }

  /** The description in the article's own language, and all that there is in others. */
  List<ProductText> texts() {
    return rows.stream()
        .map(
            row ->
                new ProductText(
                    Locale.forLanguageTag(Row.text(row, LANGUAGE)).toLanguageTag(),
                    isOwn(row) ? null : orNull(Row.text(row, NAME)),
                    orNull(Row.text(row, "Description"))))
        .filter(text -> text.name() != null || text.description() != null)
        .toList();
  }

  private boolean isOwn(JsonNode row) {
    return Row.text(row, LANGUAGE).equalsIgnoreCase(own);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
