package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a shared catalogue must say before it is saved.
 *
 * @param facts {@code shop.json}
 */
record SharedCatalogueCheck(Tables tables, JsonNode facts) {
  /** What the vendor's page calls required to create or update one. */
  private static final List<String> REQUIRED = List.of("name", "type", "store_id");

  private static final String TAX_CLASS = "tax_class_id";
  private static final long NONE = -1;

  /** The customer tax class of a new one. */
  JsonNode created(JsonNode sent) {
    required(sent);
    CatalogueFields.need(sent, TAX_CLASS);
    if (SharedCatalogues.isPublic(sent)) {
      throw ApiError.of(
          400, "A public shared catalog exists already. Create a custom one and change its type.");
    }
    CatalogueName.check(tables, Row.text(sent, "name").strip(), NONE, NONE);
    return taxClass(sent);
  }

  /** The customer tax class of a changed one. */
  JsonNode changed(ObjectNode row, JsonNode sent) {
    CatalogueFields.need(sent, "id");
    required(sent);
    CatalogueFields.same(row, sent, "id");
    CatalogueFields.same(row, sent, SharedCatalogues.GROUP);
    if (SharedCatalogues.isPublic(row) && !SharedCatalogues.isPublic(sent)) {
      throw ApiError.of(400, "A public shared catalog cannot be converted to a custom one.");
    }
    long group = Row.number(row, SharedCatalogues.GROUP);
    CatalogueName.check(tables, Row.text(sent, "name").strip(), Row.number(row, "id"), group);
    return taxClass(sent.hasNonNull(TAX_CLASS) ? sent : row);
  }

  private void required(JsonNode sent) {
    REQUIRED.forEach(field -> CatalogueFields.need(sent, field));
    long type = Row.number(sent, "type");
    CatalogueFields.valid(
        sent, "type", type == SharedCatalogues.CUSTOM || type == SharedCatalogues.PUBLIC);
    long store = Row.number(sent, "store_id");
    boolean known =
        facts
            .path("store_views")
            .valueStream()
            .anyMatch(view -> Row.number(view, "store_group_id") == store);
    CatalogueFields.valid(sent, "store_id", known);
  }

  private JsonNode taxClass(JsonNode sent) {
    long id = Row.number(sent, TAX_CLASS);
    return facts
        .path("tax_classes")
        .valueStream()
        .filter(c -> Row.number(c, "class_id") == id)
        .filter(c -> Row.text(c, "class_type").equals("CUSTOMER"))
        .findFirst()
        .orElseThrow(() -> ApiError.invalid(TAX_CLASS, String.valueOf(id)));
  }
}
