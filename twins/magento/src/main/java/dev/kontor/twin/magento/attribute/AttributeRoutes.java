package dev.kontor.twin.magento.attribute;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Search;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The routes of attributes and their options (magento/contract.md §6). */
public final class AttributeRoutes {
  private static final String ONE = "/V1/products/attributes/:attributeCode";
  private static final Columns COLUMNS =
      new Columns(
          Columns.kinds(
              Map.of(
                  "attribute_id", "int",
                  "attribute_code", "string",
                  "frontend_input", "string",
                  "default_frontend_label", "string",
                  "scope", "string",
                  "is_user_defined", "bool",
                  "is_required", "bool")),
          ObjectNode::get,
          field -> ApiError.internal());

  private final Attributes attributes;
  private final AttributeSave save;

  public AttributeRoutes(Attributes attributes) {
    this.attributes = attributes;
    this.save = new AttributeSave(attributes);
  }

  public void into(Routes routes) {
    Param attribute = Param.required("attribute", "catalog-data-product-attribute-interface");
    Param option = Param.required("option", "eav-data-attribute-option-interface");
    routes
        .on("GET /V1/products/attributes", this::list, Param.criteria())
        .on("GET " + ONE, r -> view(attribute(r), r))
        .on(
            "POST /V1/products/attributes",
            r -> view(save.create(r.param("attribute")), r),
            attribute)
        .on("PUT " + ONE, r -> view(save.change(attribute(r), r.param("attribute")), r), attribute)
        .on("DELETE " + ONE, this::delete)
        .on("GET " + ONE + "/options", r -> OptionView.of(attribute(r), r.storeId()))
        .on("POST " + ONE + "/options", this::add, option)
        .on("PUT " + ONE + "/options/:optionId", this::change, option)
        .on("DELETE " + ONE + "/options/:optionId", this::remove);
    new SetRoutes(attributes).into(routes);
  }

  private ObjectNode attribute(Request request) {
    return attributes.get(request.path("attributeCode"));
  }

  private static JsonNode view(ObjectNode row, Request request) {
    return AttributeView.of(row, request.storeId());
  }

  private JsonNode list(Request request) {
    Collection<ObjectNode> rows =
        attributes.all().stream().map(a -> AttributeView.of(a, request.storeId())).toList();
    return Search.page(request.criteria(), COLUMNS, rows, ObjectNode::deepCopy);
  }

  private JsonNode delete(Request request) {
    ObjectNode row = attribute(request);
    if (!row.path("user_defined").asBoolean(false)) {
      throw ApiError.of(400, "The system attribute can't be deleted.");
    }
    attributes.remove(Row.text(row, "code"));
    return BooleanNode.TRUE;
  }

  /** The new option's number, as text. */
  private JsonNode add(Request request) {
    ObjectNode row = attribute(request);
    JsonNode sent = request.param("option");
    OptionSave.check(row, sent, "");
    ObjectNode option = attributes.options().add(row, "", 0);
    OptionSave.lay(option, sent);
    return StringNode.valueOf(Row.text(option, "value"));
  }

  private JsonNode change(Request request) {
    ObjectNode row = attribute(request);
    String id = request.path("optionId");
    ObjectNode option =
        OptionSave.numbered(row, id)
            .orElseThrow(
                () ->
                    ApiError.listed(
                        400,
                        "The '%1' attribute doesn't include an option id '%2'.",
                        Row.text(row, "code"),
                        id));
    OptionSave.check(row, request.param("option"), id);
    OptionSave.lay(option, request.param("option"));
    return BooleanNode.TRUE;
  }

  private JsonNode remove(Request request) {
    ObjectNode row = attribute(request);
    String id = request.path("optionId");
    if (OptionSave.numbered(row, id).isEmpty()) {
      throw ApiError.listed(
          404,
          "The \"%1\" attribute doesn't include an option with \"%2\" ID.",
          Row.text(row, "code"),
          id);
    }
    row.withArrayProperty("options").removeIf(o -> Row.text(o, "value").equals(id));
    return BooleanNode.TRUE;
  }
}
