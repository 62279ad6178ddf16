package dev.kontor.connector.shopware.api;

import dev.kontor.spi.Standing.Field;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What rows to write would change in the shop: they are read, 500 in one call, and compared field
 * by field. Of a list the rows name only what the shop lacks, so a list is always a change.
 */
final class SyncChanges {

  private static final String TRANSLATIONS = "translations";
  private static final String PRICE = "price";

  /** The shop keeps numbers in binary (shopware/contract.md §6); no field has more that counts. */
  private static final int DECIMALS = 6;

  private final ShopwareApi api;
  private final Map<Integer, List<Field>> changes = new TreeMap<>();

  SyncChanges(ShopwareApi api) {
    this.api = api;
  }

  /** By document; one of which nothing would change is left out. */
  Map<Integer, List<Field>> of(List<SyncRow> upserts, List<SyncRow> deletes) {
    Map<String, List<SyncRow>> byEntity =
        upserts.stream()
            .collect(
                Collectors.groupingBy(SyncRow::entity, LinkedHashMap::new, Collectors.toList()));
    byEntity.forEach(this::compare);
    deletes.forEach(row -> changed(row, new Field(row.entity(), "", "one more")));
    return changes;
  }

  private void compare(String entity, List<SyncRow> rows) {
    Map<String, JsonNode> there = there(entity, rows);
    for (SyncRow row : rows) {
      @Nullable JsonNode known = there.get(ShopRow.id(row.row()));
      if (known == null) {
        changed(row, new Field(row.entity(), "one more", ""));
      } else {
        row.row()
            .properties()
            .forEach(e -> compare(row, e.getKey(), e.getValue(), known.path(e.getKey())));
      }
    }
  }

  private Map<String, JsonNode> there(String entity, List<SyncRow> rows) {
    Set<String> fields = new TreeSet<>();
    rows.forEach(row -> fields.addAll(row.row().propertyNames()));
    Map<String, JsonNode> there = new HashMap<>();
    for (List<String> some : Criteria.pages(rows.stream().map(r -> ShopRow.id(r.row())).toList())) {
      Criteria criteria =
          new Criteria(Criteria.MAX_LIMIT).ids(some).include(entity, List.copyOf(fields));
      if (fields.contains(TRANSLATIONS)) {
        criteria.with(TRANSLATIONS);
      }
      api.stated(entity.replace('_', '-'), criteria)
          .forEach(row -> there.put(ShopRow.id(row), row));
    }
    return there;
  }

  private void compare(SyncRow row, String name, JsonNode wanted, JsonNode there) {
    if (name.equals(TRANSLATIONS)) {
      wanted.properties().forEach(e -> words(row, e.getKey(), e.getValue(), there));
    } else if (name.equals(PRICE)) {
      compare(row, name, prices(wanted), prices(there));
    } else if (wanted.isObject()) {
      wanted
          .properties()
          .forEach(
              e -> compare(row, name + "." + e.getKey(), e.getValue(), there.path(e.getKey())));
    } else if (wanted.isArray()) {
      compare(row, name, wanted.size() + " more", "");
    } else {
      compare(row, name, text(wanted), text(there));
    }
  }

  private void words(SyncRow row, String language, JsonNode wanted, JsonNode there) {
    JsonNode known =
        there
            .valueStream()
            .filter(words -> ShopRow.text(words, "languageId").equals(language))
            .findFirst()
            .orElse(MissingNode.getInstance());
    wanted
        .properties()
        .forEach(e -> compare(row, e.getKey(), e.getValue(), known.path(e.getKey())));
  }

  private void compare(SyncRow row, String name, String wanted, String there) {
    if (!wanted.equals(there)) {
      changed(row, new Field(row.field(name), wanted, there));
    }
  }

  private void changed(SyncRow row, Field field) {
    row.owners().forEach(i -> changes.computeIfAbsent(i, key -> new ArrayList<>()).add(field));
  }

  /** What a product costs in each currency; whether the shop links gross and net is not ours. */
  private static String prices(JsonNode prices) {
    return prices
        .valueStream()
        .sorted(Comparator.comparing(price -> ShopRow.text(price, "currencyId")))
        .map(price -> amounts(price) + reduced(price.path("listPrice")))
        .collect(Collectors.joining(" and "));
  }

  private static String reduced(JsonNode list) {
    return list.isObject() ? " instead of " + amounts(list) : "";
  }

  private static String amounts(JsonNode price) {
    return text(price.path("gross")) + " gross " + text(price.path("net")) + " net";
  }

  /** Binary numbers lose their tail. */
  private static String text(JsonNode value) {
    return value.isNumber()
        ? value
            .decimalValue()
            .setScale(DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        : value.asString("");
  }
}
