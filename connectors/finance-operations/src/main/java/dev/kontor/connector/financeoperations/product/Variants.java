package dev.kontor.connector.financeoperations.product;

import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.ProductVariant;
import dev.kontor.model.VariantOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The variants of one product master; what tells them apart are the product dimensions. */
final class Variants {

  /** In the order buyers choose. */
  private static final List<String> CHOICES =
      List.of("Color", "Size", "Style", "Configuration", "Version");

  private final ProductSettings settings;
  private final Assortment rows;
  private final String item;
  private final String unit;
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

  List<ProductVariant> all() {
    return variants;
  }

  /** In words for the person who can mend them. */
  List<String> problems() {
    return VariantProblems.of(item, variants);
  }
}
