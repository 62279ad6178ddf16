package dev.kontor.connector.financeoperations.stock;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What shops call variants, where they go by their numbers; else an item is one article. */
final class VariantNumbers {

  private final FnoApi api;
  private final boolean sellsVariants;

  VariantNumbers(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.sellsVariants = settings.sellsVariants();
  }

  /** Items that have these numbers, or whose variants have them. */
  Set<String> items(Collection<String> skus) {
    Set<String> items = new LinkedHashSet<>(skus);
    if (sellsVariants) {
      api.rowsOf(Released.VARIANTS, Released.VARIANT, skus, Released.variantKeys())
          .forEach(row -> items.add(Released.item(row)));
    }
    return items;
  }

  /** The levels by article number. Those of a variant without number are nobody's. */
  Map<String, List<Level>> byNumber(List<Level> levels) {
    Map<List<String>, String> numbers = sellsVariants ? numbers(levels) : Map.of();
    Map<String, List<Level>> bySku = new HashMap<>();
    for (Level level : levels) {
      Optional<String> sku =
          sellsVariants && level.isOfVariant()
              ? Optional.ofNullable(numbers.get(key(level.item(), level.dimensions())))
              : Optional.of(level.item());
      sku.ifPresent(number -> bySku.computeIfAbsent(number, n -> new ArrayList<>()).add(level));
    }
    return bySku;
  }

  private Map<List<String>, String> numbers(List<Level> levels) {
    List<String> items =
        levels.stream().filter(Level::isOfVariant).map(Level::item).distinct().toList();
    Map<List<String>, String> numbers = new HashMap<>();
    for (JsonNode row :
        api.rowsOf(Released.VARIANTS, Released.ITEM, items, Released.variantKeys())) {
      String number = Row.text(row, Released.VARIANT);
      if (!number.isEmpty()) {
        List<String> dimensions =
            Released.dimensions().stream().map(field -> Row.text(row, field)).toList();
        numbers.put(key(Released.item(row), dimensions), number);
      }
    }
    return numbers;
  }

  private static List<String> key(String item, List<String> dimensions) {
    return Stream.concat(Stream.of(item), dimensions.stream()).map(Released::key).toList();
  }
}
