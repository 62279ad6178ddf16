package dev.kontor.connector.businesscentral;

import dev.kontor.model.VariantOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What tells the variants of an item from each other: as entered in the companion app, else one
 * option whose value is the variant's description. Every variant must state the same options, no
 * two the same values, as a shop could not sell it (business-central/order-translation.md 97).
 */
final class VariantOptions {

  private final String item;
  private final boolean entered;
  private final String fallback;
  private final List<JsonNode> rows;
  private final Map<List<String>, String> owners = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private List<String> names = List.of();

  /**
   * @param entered whether the companion app keeps options
   * @param fallback the option's name where it does not
   */
  VariantOptions(String item, List<JsonNode> rows, boolean entered, String fallback) {
    this.item = item;
    this.rows = rows;
    this.entered = entered;
    this.fallback = fallback;
  }

  /** The options of one variant; what is wrong with them is among the {@link #problems}. */
  List<VariantOption> of(JsonNode variant) {
    String code = Json.text(variant, "code", "");
    List<VariantOption> options = entered ? fromApp(code) : fromDescription(variant, code);
    List<String> own = options.stream().map(VariantOption::name).toList();
    if (options.isEmpty()) {
      problems.add(
          "variant "
              + code
              + " of item "
              + item
              + " has no options; enter them on page Item"
              + " Variant Options");
    } else if (own.stream().distinct().count() < own.size()) {
      problems.add(
          "variant "
              + code
              + " of item "
              + item
              + " states an option twice; correct it on page"
              + " Item Variant Options");
    } else if (owners.isEmpty() || own.equals(names)) {
      names = own;
      claim(code, options);
    } else {
      problems.add(
          "variant "
              + code
              + " of item "
              + item
              + " has the options "
              + own
              + ", its siblings "
              + names
              + "; enter the same for all, in the same order, on page Item Variant Options");
    }
    return options;
  }

  private void claim(String code, List<VariantOption> options) {
    List<String> values = options.stream().map(VariantOption::value).toList();
    String other = owners.putIfAbsent(values, code);
    if (other != null) {
      problems.add(
          "variants "
              + other
              + " and "
              + code
              + " of item "
              + item
              + " have the same options "
              + values
              + "; give one of them another "
              + (entered ? "value on page Item Variant Options" : "description"));
    }
  }

  private List<VariantOption> fromApp(String code) {
    return rows.stream()
        .filter(row -> code.equalsIgnoreCase(Json.text(row, "variantCode", "")))
        .filter(
            row -> Json.text(row, "optionName") != null && Json.text(row, "optionValue") != null)
        .sorted(Comparator.comparing(row -> Json.number(row, "position")))
        .map(
            row ->
                new VariantOption(
                    Json.text(row, "optionName", ""), Json.text(row, "optionValue", "")))
        .toList();
  }

  private List<VariantOption> fromDescription(JsonNode variant, String code) {
    return List.of(new VariantOption(fallback, Json.text(variant, "description", code)));
  }

  /** In words for the person who can mend them; empty if all variants can be told apart. */
  List<String> problems() {
    return problems;
  }
}
