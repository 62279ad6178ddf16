package dev.kontor.connector.financeoperations.product;

import dev.kontor.model.ProductVariant;
import dev.kontor.model.VariantOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a shop could not sell the variants of a master: each must state the same product dimensions,
 * no two the same values.
 */
final class VariantProblems {

  private VariantProblems() {}

  static List<String> of(String item, List<ProductVariant> variants) {
    if (variants.isEmpty()) {
      return List.of(
          "product master " + item + " has no released variants with a number; release some");
    }
    List<String> problems = new ArrayList<>();
    Map<List<VariantOption>, String> owners = new HashMap<>();
    ProductVariant first = variants.getFirst();
    for (ProductVariant variant : variants) {
      String other = owners.putIfAbsent(variant.options(), variant.sku());
      if (other != null) {
        problems.add(
            "variants " + other + " and " + variant.sku() + " have the same product dimensions");
      }
      if (!names(variant).equals(names(first))) {
        problems.add(
            "variant %s has the product dimensions %s, its sibling %s has %s; enter the same for all"
                .formatted(variant.sku(), names(variant), first.sku(), names(first)));
      }
    }
    return problems;
  }

  private static List<String> names(ProductVariant variant) {
    return variant.options().stream().map(VariantOption::name).toList();
  }
}
