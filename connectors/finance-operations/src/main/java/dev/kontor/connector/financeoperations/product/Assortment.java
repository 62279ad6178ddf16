package dev.kontor.connector.financeoperations.product;

import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * All rows that some articles are made of.
 *
 * @param products released products
 * @param variants by item number, in order of their numbers
 * @param texts names and descriptions by product number, in order of languages
 * @param barCodes by product number, that of a variant for its own
 */
record Assortment(
    List<JsonNode> products,
    Map<String, List<JsonNode>> variants,
    Map<String, List<JsonNode>> texts,
    Map<String, List<JsonNode>> barCodes,
    CategoryPaths categories) {

  static Map<String, List<JsonNode>> variants(List<JsonNode> rows) {
    return rows.stream()
        .filter(row -> !Row.text(row, Released.VARIANT).isEmpty())
        .sorted(Comparator.comparing(row -> Row.text(row, Released.VARIANT)))
        .collect(Collectors.groupingBy(row -> Released.key(Released.item(row))));
  }

  static Map<String, List<JsonNode>> by(String field, List<JsonNode> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> Released.key(Row.text(row, field))));
  }

  List<JsonNode> variantsOf(String item) {
    return variants.getOrDefault(Released.key(item), List.of());
  }

  List<JsonNode> textsOf(String number) {
    return texts.getOrDefault(Released.key(number), List.of());
  }

  List<JsonNode> barCodesOf(String number) {
    return barCodes.getOrDefault(Released.key(number), List.of());
  }
}
