package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Released products and variants by the number a shop knows them by. */
public final class Articles {

  private final FnoApi api;
  private final boolean byVariant;

  public Articles(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.byVariant = settings.sellsVariants();
  }

  /**
   * @param skus what shops call articles
   * @param items numbers of items that settings name
   * @return by the number asked for; those that are not there are left out
   */
  public Map<String, Article> find(Collection<String> skus, Collection<String> items) {
    Map<String, JsonNode> variants =
        byVariant && !skus.isEmpty()
            ? byKey(
                api.rowsOf(Released.VARIANTS, Released.VARIANT, List.copyOf(skus), List.of()),
                Released.VARIANT)
            : Map.of();
    List<String> numbers = new ArrayList<>(items);
    skus.forEach(sku -> numbers.add(number(sku, variants)));
    Map<String, JsonNode> products =
        numbers.isEmpty()
            ? Map.of()
            : byKey(
                api.rowsOf(Released.PRODUCTS, Released.ITEM, numbers, List.of()), Released.ITEM);
    Map<String, Article> found = new HashMap<>();
    List<String> all = new ArrayList<>(items);
    all.addAll(skus);
    for (String asked : all) {
      Optional.ofNullable(products.get(Released.key(number(asked, variants))))
          .ifPresent(
              p -> found.put(asked, new Article(p, variants.getOrDefault(Released.key(asked), p))));
    }
    return found;
  }

  private static String number(String sku, Map<String, JsonNode> variants) {
    JsonNode variant = variants.get(Released.key(sku));
    if (variant == null) {
      return sku;
    }
    return Released.item(variant);
  }

  private static Map<String, JsonNode> byKey(List<JsonNode> rows, String field) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> Released.key(Row.text(row, field)),
                Function.identity(),
                (one, other) -> one));
  }
}
