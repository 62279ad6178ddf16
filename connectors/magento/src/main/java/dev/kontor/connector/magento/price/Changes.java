package dev.kontor.connector.magento.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What must be written so that an article costs what it is to cost.
 *
 * @param sku as the shop spells it
 * @param was base price of now
 * @param base null if it is so already
 * @param set tiers to write
 * @param gone tiers of the hub's groups that are no longer, with what they cost now
 */
record Changes(
    String sku,
    Prices prices,
    BigDecimal was,
    @Nullable BigDecimal base,
    Map<Tier, BigDecimal> set,
    Map<Tier, BigDecimal> gone) {

  /** A tier that is stated by somebody else in percent is none of the hub's. */
  static Changes of(String sku, Prices prices, BigDecimal was, List<JsonNode> tiers) {
    Map<Tier, BigDecimal> there = new LinkedHashMap<>();
    for (JsonNode row : tiers) {
      if (row.path("website_id").asInt(0) == 0
          && row.path("price_type").asString("").equals("fixed")) {
        there.put(Tier.of(row), Prices.number(row, "price"));
      }
    }
    Map<Tier, BigDecimal> set = new LinkedHashMap<>(prices.tiers());
    set.entrySet().removeIf(e -> isEqual(e.getValue(), there.get(e.getKey())));
    Map<Tier, BigDecimal> gone = new LinkedHashMap<>(there);
    gone.keySet()
        .removeIf(
            tier -> prices.tiers().containsKey(tier) || !prices.groups().containsKey(tier.group()));
    BigDecimal base = prices.base();
    return new Changes(
        sku, prices, was, base != null && !isEqual(base, was) ? base : null, set, gone);
  }

  private static boolean isEqual(BigDecimal wanted, @Nullable BigDecimal there) {
    return there != null && wanted.compareTo(there) == 0;
  }

  boolean isNothing() {
    return base == null && set.isEmpty() && gone.isEmpty();
  }

  /** In words: what each is to be. */
  Map<String, String> wanted() {
    Map<String, String> wanted = new TreeMap<>();
    if (base != null) {
      wanted.put("price", base.toPlainString());
    }
    set.forEach((tier, price) -> wanted.put(tier.toString(), price.toPlainString()));
    gone.forEach((tier, price) -> wanted.put(tier.toString(), ""));
    return wanted;
  }

  /** In words: what one of these is now, empty if it is not there. */
  String there(String name) {
    return name.equals("price")
        ? was.toPlainString()
        : gone.entrySet().stream()
            .filter(e -> e.getKey().toString().equals(name))
            .map(e -> e.getValue().toPlainString())
            .findFirst()
            .orElse("");
  }

  List<JsonNode> setRows() {
    return rows(set);
  }

  List<JsonNode> goneRows() {
    return rows(gone);
  }

  private List<JsonNode> rows(Map<Tier, BigDecimal> tiers) {
    List<JsonNode> rows = new ArrayList<>();
    tiers.forEach(
        (tier, price) ->
            rows.add(
                tier.row(sku, prices.groups().getOrDefault(tier.group(), tier.group()), price)));
    return rows;
  }
}
