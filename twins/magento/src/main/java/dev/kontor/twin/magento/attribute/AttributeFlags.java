package dev.kontor.twin.magento.attribute;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What an attribute says about search, grids and pages, none of which the twin has. */
final class AttributeFlags {
  private static final List<String> OFF =
      List.of(
          "is_wysiwyg_enabled",
          "used_for_sort_by",
          "is_filterable",
          "is_filterable_in_search",
          "is_used_in_grid",
          "is_visible_in_grid",
          "is_filterable_in_grid");

  /** These are told as texts. */
  private static final List<String> ZERO =
      List.of(
          "is_searchable",
          "is_visible_in_advanced_search",
          "is_comparable",
          "is_used_for_promo_rules",
          "is_visible_on_front",
          "used_in_product_listing");

  private AttributeFlags() {}

  static void into(ObjectNode view, String input) {
    OFF.forEach(flag -> view.put(flag, false));
    view.put("is_html_allowed_on_front", input.startsWith("text"));
    view.put("position", 0).putArray("apply_to");
    ZERO.forEach(flag -> view.put(flag, "0"));
  }
}
