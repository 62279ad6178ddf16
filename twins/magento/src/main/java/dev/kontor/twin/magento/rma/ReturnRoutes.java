package dev.kontor.twin.magento.rma;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.api.Types;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Search;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of returns. A return has no time of change, and moves none of its order. */
public final class ReturnRoutes {
  private static final String RETURN = "rma-data-rma-interface";

  private final Tables tables;
  private final Types types;
  private final ReturnItems items;

  public ReturnRoutes(Tables tables, Types types) {
    this.tables = tables;
    this.types = types;
    this.items = new ReturnItems(tables);
  }

  public void into(Routes routes) {
    Param rma = Param.required("rmaDataObject", RETURN);
    routes
        .on("GET /V1/returns", this::list, Param.criteria())
        .on("GET /V1/returns/:id", r -> one(r).deepCopy())
        .on("POST /V1/returns", this::create, rma)
        .on("PUT /V1/returns/:id", this::update, rma)
        .on("GET /V1/returns/:id/comments", this::comments)
        .on(
            "POST /V1/returns/:id/comments",
            this::comment,
            Param.required("data", "rma-data-comment-interface"));
  }

  private ObjectNode one(Request request) {
    return tables.returns().get(request.id("id"));
  }

  private JsonNode list(Request request) {
    Columns columns = Columns.ofTable(types.of(RETURN));
    return Search.page(request.criteria(), columns, tables.returns().all(), ObjectNode::deepCopy);
  }

  private JsonNode create(Request request) {
    JsonNode sent = request.param("rmaDataObject");
    ObjectNode order = tables.orders().get(Row.number(sent, "order_id"));
    if (sent.path("items").isEmpty()) {
      throw ApiError.required("items");
    }
    items.check(order, sent.path("items"));
    ObjectNode row =
        Json.object()
            .put("increment_id", String.format(Locale.ROOT, "%09d", tables.next("return")))
            .put("order_id", Row.number(order, "entity_id"))
            .put("order_increment_id", Row.text(order, "increment_id"))
            .put("store_id", Row.number(order, "store_id"))
            .put("customer_id", Row.number(order, "customer_id"))
            .put("date_requested", tables.now())
            .put("customer_custom_email", Row.text(sent, "customer_custom_email"));
    tables.returns().insert(row);
    ArrayNode list = row.putArray("items");
    sent.path("items").forEach(i -> list.add(items.requested(row, (ObjectNode) i)));
    row.putArray("comments");
    row.putArray("tracks");
    row.put("status", ReturnItems.status(list));
    return row.deepCopy();
  }

  /** The items that are sent, with what has been authorized, come back or been approved. */
  private JsonNode update(Request request) {
    ObjectNode row = one(request);
    for (JsonNode sent : request.param("rmaDataObject").path("items")) {
      items.move(row, (ObjectNode) sent);
    }
    row.put("status", ReturnItems.status(row.path("items")));
    return row.deepCopy();
  }

  private JsonNode comments(Request request) {
    ObjectNode answer = Json.object();
    JsonNode comments = one(request).path("comments");
    answer.set("items", comments.deepCopy());
    answer.putObject("search_criteria").putArray("filter_groups");
    return answer.put("total_count", comments.size());
  }

  private JsonNode comment(Request request) {
    ObjectNode row = one(request);
    JsonNode sent = request.param("data");
    if (Row.text(sent, "comment").isBlank()) {
      throw ApiError.required("comment");
    }
    ((ArrayNode) row.path("comments"))
        .addObject()
        .put("comment", Row.text(sent, "comment"))
        .put("rma_entity_id", Row.number(row, "entity_id"))
        .put("created_at", tables.now())
        .put("entity_id", tables.next("return_comment"))
        .put("customer_notified", sent.path("customer_notified").asBoolean(false))
        .put("visible_on_front", sent.path("visible_on_front").asBoolean(false))
        .put("status", Row.text(row, "status"))
        .put("admin", true);
    return BooleanNode.TRUE;
  }
}
