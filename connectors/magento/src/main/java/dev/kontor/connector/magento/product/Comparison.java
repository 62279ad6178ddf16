package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.spi.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Says how articles stand in the shop beside how they are to be. */
record Comparison(ShopRows shop) {

  List<Standing> of(List<Asked> all) {
    Map<String, List<String>> skus = new HashMap<>();
    for (Asked asked : all) {
      asked
          .parts()
          .forEach(
              part ->
                  skus.computeIfAbsent(part.view(), view -> new ArrayList<>())
                      .add(part.wanted().sku()));
    }
    Map<String, Map<String, JsonNode>> there = new HashMap<>();
    skus.forEach((view, numbers) -> there.put(view, shop.of(view, numbers)));
    return all.stream().map(asked -> standing(asked, there)).toList();
  }

  private static Standing standing(Asked asked, Map<String, Map<String, JsonNode>> there) {
    if (asked.fault() != null) {
      return new Standing.Incomparable(asked.fault());
    }
    List<Standing.Field> fields = new ArrayList<>();
    for (Part part : asked.parts()) {
      JsonNode row =
          there.getOrDefault(part.view(), Map.of()).get(OpenPieces.key(part.wanted().sku()));
      if (row == null) {
        return Standing.ABSENT;
      }
      fields.addAll(part.wanted().change(row).fields());
    }
    return fields.isEmpty() ? Standing.SAME : new Standing.Other(fields, Instant.EPOCH);
  }
}
