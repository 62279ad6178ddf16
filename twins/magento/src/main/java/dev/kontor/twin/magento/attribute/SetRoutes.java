package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Search;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of attribute sets. Each set has one group, under the number of the set. */
final class SetRoutes {
  private static final String SETS = "/V1/products/attribute-sets";
  private static final Columns COLUMNS =
      Columns.ofTable(
          Map.of("attribute_set_id", "int", "attribute_set_name", "string", "sort_order", "int"));
  private static final Columns GROUPS =
      Columns.ofTable(
          Map.of(
              "attribute_group_id", "int",
              "attribute_group_name", "string",
              "attribute_set_id", "int"));

  private final Attributes attributes;

  SetRoutes(Attributes attributes) {
    this.attributes = attributes;
  }

  void into(Routes routes) {
    routes
        .on(
            "GET " + SETS + "/sets/list",
            r -> Search.page(r.criteria(), COLUMNS, attributes.sets().all(), ObjectNode::deepCopy),
            Param.criteria())
        .on("GET " + SETS + "/:attributeSetId", r -> row(r.id("attributeSetId")))
        .on("GET " + SETS + "/groups/list", this::groups, Param.criteria())
        .on("GET " + SETS + "/:attributeSetId/attributes", this::attributes)
        .on(
            "POST " + SETS,
            this::create,
            Param.required("attributeSet", "eav-data-attribute-set-interface"),
            Param.required("skeletonId", "int"))
        .on(
            "POST " + SETS + "/attributes",
            this::assign,
            Param.required("attributeSetId", "int"),
            Param.required("attributeGroupId", "int"),
            Param.required("attributeCode", "string"),
            Param.required("sortOrder", "int"))
        .on("DELETE " + SETS + "/:attributeSetId/attributes/:attributeCode", this::unassign);
  }

  private ObjectNode row(long id) {
    return attributes.sets().all().stream()
        .filter(s -> Row.number(s, "attribute_set_id") == id)
        .findFirst()
        .orElseThrow(() -> ApiError.noSuch("id", String.valueOf(id)));
  }

  private JsonNode groups(Request request) {
    var rows =
        attributes.sets().all().stream()
            .map(
                s ->
                    Json.object()
                        .put("attribute_group_id", s.path("attribute_set_id").asString())
                        .put("attribute_group_name", "Product Details")
                        .put("attribute_set_id", Row.number(s, "attribute_set_id")))
            .toList();
    return Search.page(request.criteria(), GROUPS, rows, ObjectNode::deepCopy);
  }

  private JsonNode attributes(Request request) {
    long id = request.id("attributeSetId");
    row(id);
    ArrayNode list = Json.array();
    for (String code : attributes.sets().of(id)) {
      attributes.find(code).ifPresent(a -> list.add(AttributeView.of(a, request.storeId())));
    }
    return list;
  }

  private JsonNode create(Request request) {
    JsonNode sent = request.param("attributeSet");
    String name = Row.text(sent, "attribute_set_name").strip();
    long skeleton = request.param("skeletonId").asLong();
    if (!attributes.sets().knows(skeleton)) {
      throw ApiError.invalid("skeletonId", String.valueOf(skeleton));
    }
    if (name.isEmpty()) {
      throw ApiError.of(400, "The attribute set name is empty. Enter the name and try again.");
    }
    boolean taken =
        attributes.sets().all().stream()
            .anyMatch(s -> Row.text(s, "attribute_set_name").equalsIgnoreCase(name));
    if (taken) {
      throw ApiError.listed(
          400,
          "A \"%1\" attribute set name already exists. Create a new name and try again.",
          name);
    }
    return attributes.sets().copy(name, Row.number(sent, "sort_order"), skeleton);
  }

  private JsonNode assign(Request request) {
    long id = request.param("attributeSetId").asLong();
    if (!attributes.sets().knows(id)) {
      throw ApiError.listed(
          404,
          "The AttributeSet with a \"%1\" ID doesn't exist. Verify the attributeSet and try again.",
          String.valueOf(id));
    }
    if (request.param("attributeGroupId").asLong() != id) {
      throw ApiError.of(400, "The attribute group doesn't belong to the attribute set.");
    }
    ObjectNode row = attributes.get(request.param("attributeCode").asString(""));
    attributes.sets().assign(id, Row.text(row, "code"));
    return LongNode.valueOf(Row.number(row, "id"));
  }

  private JsonNode unassign(Request request) {
    long id = request.id("attributeSetId");
    row(id);
    ObjectNode row = attributes.get(request.path("attributeCode"));
    String code = Row.text(row, "code");
    if (!attributes.sets().of(id).contains(code)) {
      throw ApiError.listed(
          400,
          "The \"%1\" attribute wasn't found in the \"%2\" attribute set. Enter the attribute and"
              + " try again.",
          code,
          String.valueOf(id));
    }
    if (!row.path("user_defined").asBoolean(false)) {
      throw ApiError.of(400, "The system attribute can't be deleted.");
    }
    attributes.sets().unassign(id, code);
    return BooleanNode.TRUE;
  }
}
