package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a shared catalogue must say before it is saved. */
final class SharedCatalogueCheck {
  /** What the vendor's page calls required to create or update one. */
  private static final List<String> REQUIRED = List.of("name", "type", "store_id");

  private static final String TAX_CLASS = "tax_class_id";
  private static final int LONGEST_NAME = 32;
  private static final long NONE = -1;

  private final Tables tables;
  private final JsonNode facts;

  SharedCatalogueCheck(Tables tables, JsonNode facts) {
    this.tables = tables;
    this.facts = facts;
  }

  /** The customer tax class of a new one. */
  ObjectNode created(JsonNode sent) {
    required(sent);
    need(sent, TAX_CLASS);
    if (SharedCatalogues.isPublic(sent)) {
      throw ApiError.of(
          400, "A public shared catalog exists already. Create a custom one and change its type.");
    }
    name(sent, NONE, NONE);
    return taxClass(sent);
  }

  /** The customer tax class of a changed one. */
  ObjectNode changed(ObjectNode row, JsonNode sent) {
    need(sent, "id");
    required(sent);
    same(row, sent, "id");
    same(row, sent, SharedCatalogues.GROUP);
    if (SharedCatalogues.isPublic(row) && !SharedCatalogues.isPublic(sent)) {
      throw ApiError.of(400, "A public shared catalog cannot be converted to a custom one.");
    }
    name(sent, Row.number(row, "id"), Row.number(row, SharedCatalogues.GROUP));
    return taxClass(sent.hasNonNull(TAX_CLASS) ? sent : row);
  }

  private void required(JsonNode sent) {
    REQUIRED.forEach(field -> need(sent, field));
    long type = Row.number(sent, "type");
    if (type != SharedCatalogues.CUSTOM && type != SharedCatalogues.PUBLIC) {
      throw invalid(sent, "type");
    }
    long store = Row.number(sent, "store_id");
    boolean known =
        facts
            .path("store_views")
            .valueStream()
            .anyMatch(view -> Row.number(view, "store_group_id") == store);
    if (!known) {
      throw invalid(sent, "store_id");
    }
  }

  private static void need(JsonNode sent, String field) {
    JsonNode value = sent.path(field);
    if (value.isMissingNode() || value.isNull() || value.asString("").isBlank()) {
      throw ApiError.required(field);
    }
  }

  private static ApiError invalid(JsonNode sent, String field) {
    return ApiError.invalid(field, sent.path(field).asString(""));
  }

  /** What cannot be changed may be sent as it is. */
  private static void same(ObjectNode row, JsonNode sent, String field) {
    if (sent.hasNonNull(field) && Row.number(sent, field) != Row.number(row, field)) {
      throw invalid(sent, field);
    }
  }

  /**
   * @param own number of the catalogue, and of its group
   */
  private void name(JsonNode sent, long own, long group) {
    String name = Row.text(sent, "name").strip();
    if (name.length() > LONGEST_NAME) {
      throw ApiError.of(400, "The shared catalog name may have 32 characters at most.");
    }
    boolean taken =
        tables.sharedCatalogues().having("name", name).anyMatch(c -> Row.number(c, "id") != own)
            || tables.groups().having("code", name).anyMatch(g -> Row.number(g, "id") != group);
    if (taken) {
      throw ApiError.listed(
          400, "A shared catalog or customer group with the name %1 already exists.", name);
    }
  }

  private ObjectNode taxClass(JsonNode sent) {
    long id = Row.number(sent, TAX_CLASS);
    return facts
        .path("tax_classes")
        .valueStream()
        .map(ObjectNode.class::cast)
        .filter(c -> Row.number(c, "class_id") == id)
        .filter(c -> Row.text(c, "class_type").equals("CUSTOMER"))
        .findFirst()
        .orElseThrow(() -> invalid(sent, TAX_CLASS));
  }
}
