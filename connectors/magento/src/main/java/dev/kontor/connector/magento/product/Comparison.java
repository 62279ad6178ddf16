package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.connector.magento.picture.Gallery;
import dev.kontor.connector.magento.sharedcatalog.Assignments;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says how articles stand in the shop beside how they are to be. */
final class Comparison {

  private final ShopRows shop;
  private final Assignments assignments;

  /** By view, then by number. */
  private final Map<String, Map<String, JsonNode>> there = new HashMap<>();

  Comparison(ShopRows shop, Assignments assignments) {
    this.shop = shop;
    this.assignments = assignments;
  }

  List<Standing> of(List<Asked> all) {
    Map<String, Set<String>> skus = new LinkedHashMap<>();
    for (Asked asked : all) {
      if (asked.plan() != null) {
        want(skus, ProductSettings.ALL_VIEWS, asked.plan().skus());
        asked.plan().texts().forEach(p -> want(skus, p.view(), Set.of(p.wanted().sku())));
      }
    }
    skus.forEach((view, numbers) -> there.put(view, shop.of(view, numbers)));
    return all.stream().map(this::standing).toList();
  }

  private static void want(Map<String, Set<String>> skus, String view, Set<String> numbers) {
    skus.computeIfAbsent(view, v -> new LinkedHashSet<>()).addAll(numbers);
  }

  private Standing standing(Asked asked) {
    if (asked.fault() != null) {
      return new Standing.Incomparable(asked.fault());
    }
    Plan plan = Objects.requireNonNull(asked.plan());
    if (row(ProductSettings.ALL_VIEWS, plan.sku()) == null) {
      return Standing.ABSENT;
    }
    try {
      List<Standing.Field> fields = fields(plan);
      return fields.isEmpty() ? Standing.SAME : new Standing.Other(fields, Instant.EPOCH);
    } catch (FaultException e) {
      return new Standing.Incomparable(e.fault());
    }
  }

  private @Nullable JsonNode row(String view, String sku) {
    return there.getOrDefault(view, Map.of()).get(OpenPieces.key(sku));
  }

  private List<Standing.Field> fields(Plan plan) {
    List<Standing.Field> fields = new ArrayList<>();
    Map<String, JsonNode> rows = there.getOrDefault(ProductSettings.ALL_VIEWS, Map.of());
    Family family = plan.family();
    if (family != null) {
      family.check(rows);
      fields.addAll(family.whole(rows).change(row(ProductSettings.ALL_VIEWS, plan.sku())).fields());
    }
    for (Part part : plan.parts()) {
      add(plan, family == null ? part : family.joining(part, rows), fields);
    }
    plan.texts().forEach(part -> add(plan, part, fields));
    plan.shown().forEach(shown -> add(plan, shown, fields));
    plan.sold().forEach(sku -> add(plan, sku, fields));
    return fields;
  }

  private void add(Plan plan, Shown shown, List<Standing.Field> fields) {
    JsonNode row = row(ProductSettings.ALL_VIEWS, shown.sku());
    Gallery gallery = Gallery.of(shown.images(), row);
    if (row != null && !gallery.isSame()) {
      fields.add(
          new Standing.Field(
              before(plan, shown.sku()) + "pictures", gallery.told(), gallery.toldThere()));
    }
  }

  private void add(Plan plan, String sku, List<Standing.Field> fields) {
    Standing.Field missing =
        row(ProductSettings.ALL_VIEWS, sku) == null
            ? null
            : assignments.missing(before(plan, sku), sku);
    if (missing != null) {
      fields.add(missing);
    }
  }

  private static String before(Plan plan, String sku) {
    return sku.equals(plan.sku()) ? "" : sku + " ";
  }

  /** What a variant has is told with its number. */
  private void add(Plan plan, Part part, List<Standing.Field> fields) {
    String sku = part.wanted().sku();
    String before = before(plan, sku);
    JsonNode row = row(part.view(), sku);
    if (row == null && part.onlyThere()) {
      return;
    }
    if (row == null) {
      fields.add(new Standing.Field("variant " + sku, sku, ""));
      return;
    }
    part.wanted().change(row).fields().stream()
        .map(one -> new Standing.Field(before + one.name(), one.wanted(), one.there()))
        .forEach(fields::add);
  }
}
