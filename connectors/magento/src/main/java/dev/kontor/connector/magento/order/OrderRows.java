package dev.kontor.connector.magento.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which rows of an order are lines of their own. A configurable article has a row for itself, which
 * bears all amounts, and one for its variant; a bundle's parts bear its amounts if its price is
 * dynamic, else the bundle does (magento/observed.md, Order totals).
 */
final class OrderRows {

  private static final int STORED = 4;

  private final Map<String, JsonNode> byId = new LinkedHashMap<>();
  private final Map<String, List<JsonNode>> parts = new LinkedHashMap<>();
  private final boolean whole;

  /**
   * @param whole whether a bundle is one line
   */
  OrderRows(JsonNode order, boolean whole) {
    this.whole = whole;
    for (JsonNode row : order.path("items")) {
      byId.put(id(row), row);
      String parent = parent(row);
      if (parent != null) {
        parts.computeIfAbsent(parent, key -> new ArrayList<>()).add(row);
      }
    }
  }

  static String id(JsonNode row) {
    return row.path("item_id").asString("");
  }

  static @Nullable String parent(JsonNode row) {
    return Text.text(row.path("parent_item_id"));
  }

  /** In the shop's order. */
  List<JsonNode> lines() {
    return byId.values().stream().filter(row -> id(row).equals(lineOf(id(row)))).toList();
  }

  Optional<JsonNode> row(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Id of the line that a row belongs to, null if it is the heading of lines or unknown. */
  @Nullable String lineOf(String id) {
    JsonNode row = byId.get(id);
    if (row == null) {
      return null;
    }
    String parent = parent(row);
    if (parent != null && byId.containsKey(parent)) {
      return isBundle(parent) && !whole ? id : parent;
    }
    return isHeading(id) ? null : id;
  }

  /** The rows whose amounts make a line. */
  List<JsonNode> bearers(JsonNode line) {
    return hasPricedParts(id(line)) ? parts(id(line)) : List.of(line);
  }

  /** Whether a row's amounts are among those that make a line. */
  boolean isBorne(String line, String id) {
    JsonNode row = byId.get(line);
    return row != null && bearers(row).stream().anyMatch(bearer -> id(bearer).equals(id));
  }

  /** The line of the bundle that this line is a part of, null if there is none. */
  @Nullable String heading(JsonNode line) {
    String parent = parent(line);
    return parent == null ? null : lineOf(parent);
  }

  /** Percent; null for a row unknown here. */
  @Nullable BigDecimal rate(String id) {
    JsonNode row = byId.get(id);
    return row == null ? null : rate(row);
  }

  static BigDecimal rate(JsonNode row) {
    return plain(row.path("tax_percent"));
  }

  static BigDecimal plain(JsonNode number) {
    return plain(Money.amount(number, STORED));
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  static BigDecimal pieces(JsonNode row, String field) {
    return plain(row.path(field));
  }

  /**
   * The pieces of lines that so many of a row are: of a bundle that goes out as one, those of its
   * parts.
   */
  Map<String, BigDecimal> pieces(String id, BigDecimal count) {
    Map<String, BigDecimal> pieces = new LinkedHashMap<>();
    String line = lineOf(id);
    if (line != null && line.equals(id)) {
      pieces.put(line, count);
    }
    if (isBundle(id) && !whole) {
      BigDecimal bundles = pieces(Objects.requireNonNull(byId.get(id)), "qty_ordered");
      for (JsonNode part : parts(id)) {
        BigDecimal all = pieces(part, "qty_ordered").multiply(count);
        pieces.put(id(part), plain(all.divide(bundles, STORED, RoundingMode.HALF_UP)));
      }
    }
    return pieces;
  }

  List<JsonNode> parts(String id) {
    return parts.getOrDefault(id, List.of());
  }

  boolean isBundle(String id) {
    JsonNode row = byId.get(id);
    return row != null && row.path("product_type").asString("").equals("bundle");
  }

  private boolean isHeading(String id) {
    return !whole && hasPricedParts(id);
  }

  private boolean hasPricedParts(String id) {
    return isBundle(id) && parts(id).stream().anyMatch(OrderRows::isPriced);
  }

  private static boolean isPriced(JsonNode row) {
    return Money.amount(row.path("price"), STORED).signum() != 0;
  }
}
