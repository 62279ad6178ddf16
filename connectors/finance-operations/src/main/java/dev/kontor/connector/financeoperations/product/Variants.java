package dev.kontor.connector.financeoperations.product;

import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.ProductVariant;
import dev.kontor.model.VariantOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The variants of one product master. What tells them from each other are the product dimensions;
 * every variant must state the same ones, no two the same values, as a shop could not sell it.
 */
final class Variants {

  /** In the order buyers choose. */
  private static final List<String> CHOICES =
      List.of("Color", "Size", "Style", "Configuration", "Version");

  private final ProductSettings settings;
  private final Assortment rows;
  private final String item;
  private final String unit;
  private final List<String> problems = new ArrayList<>();
  private final List<ProductVariant> variants = new ArrayList<>();

  /**
   * @param unit in which the master is sold
   */
  Variants(ProductSettings settings, Assortment rows, String item, String unit) {
    this.settings = settings;
    this.rows = rows;
    this.item = item;
    this.unit = unit;
    rows.variantsOf(item).forEach(row -> variants.add(variant(row)));
    check();
  }

  private ProductVariant variant(JsonNode row) {
    String number = Row.text(row, Released.VARIANT);
    return new ProductVariant(
        number,
        number,
        null,
        List.of(),
        BarCodes.gtin(rows.barCodesOf(number), unit),
        null,
        null,
        settings.isBlocked(Row.text(row, "ProductLifecycleStateId")),
        options(row),
        List.of(),
        Map.of());
  }

  private List<VariantOption> options(JsonNode row) {
    List<VariantOption> options = new ArrayList<>();
    for (String choice : CHOICES) {
      String value = Row.text(row, "Product" + choice + "Id");
      if (!value.isEmpty()) {
        options.add(new VariantOption(settings.optionName(choice), value));
      }
    }
    return options;
  }

  private void check() {
    if (variants.isEmpty()) {
      problems.add(
          "product master " + item + " has no released variants with a number; release some");
    }
    Map<List<VariantOption>, String> owners = new HashMap<>();
    for (ProductVariant variant : variants) {
      String other = owners.putIfAbsent(variant.options(), variant.sku());
      if (other != null) {
        problems.add(
            "variants " + other + " and " + variant.sku() + " have the same product dimensions");
      }
      if (!names(variant).equals(names(variants.getFirst()))) {
        problems.add(
            "variant "
                + variant.sku()
                + " has the product dimensions "
                + names(variant)
                + ", its sibling "
                + variants.getFirst().sku()
                + " has "
                + names(variants.getFirst())
                + "; enter the same for all");
      }
    }
  }

  private static List<String> names(ProductVariant variant) {
    return variant.options().stream().map(VariantOption::name).toList();
  }

  List<ProductVariant> all() {
    return variants;
  }

  /** In words for the person who can mend them. */
  List<String> problems() {
    return problems;
  }
}
