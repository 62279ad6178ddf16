package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.api.Types;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import dev.kontor.twin.magento.search.Columns;
import dev.kontor.twin.magento.search.Search;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads orders and their items, comments on them, and saves their columns as they come. */
public final class OrderRoutes {
  private final Tables tables;
  private final OrderView view;
  private final Comments comments;
  private final RawSave save;
  private final Columns orders;
  private final Columns items;

  public OrderRoutes(Tables tables, Types types, Statuses statuses) {
    this.tables = tables;
    this.view = new OrderView(tables);
    this.comments = new Comments(tables, statuses);
    this.save = new RawSave(tables, view);
    this.orders = Columns.ofTable(types.of("sales-data-order-interface"));
    this.items = Columns.ofTable(types.of("sales-data-order-item-interface"));
  }

  public void into(Routes routes) {
    Param entity = Param.required("entity", "sales-data-order-interface");
    Param history = Param.required("statusHistory", "sales-data-order-status-history-interface");
    routes
        .on("GET /V1/orders", this::list, Param.criteria())
        .on("GET /V1/orders/:id", r -> view.order(tables.orders().get(r.id("id"))))
        .on("GET /V1/orders/:id/statuses", this::status)
        .on("GET /V1/orders/:id/comments", this::histories)
        .on("POST /V1/orders/:id/comments", this::comment, history)
        .on("POST /V1/orders", r -> save.order(r.param("entity")), entity)
        .on("PUT /V1/orders/create", r -> save.order(r.param("entity")), entity)
        .on("GET /V1/orders/items", this::items, Param.criteria())
        .on("GET /V1/orders/items/:id", this::item);
  }

  private JsonNode list(Request request) {
    return Search.page(request.criteria(), orders, tables.orders().all(), view::order);
  }

  private JsonNode status(Request request) {
    return StringNode.valueOf(Row.text(tables.orders().get(request.id("id")), "status"));
  }

  private JsonNode histories(Request request) {
    ObjectNode answer = Json.object();
    var found = view.histories(tables.orders().get(request.id("id")));
    answer.set("items", found);
    answer.putObject("search_criteria").putArray("filter_groups");
    return answer.put("total_count", found.size());
  }

  private JsonNode comment(Request request) {
    return comments.add(tables.orders().get(request.id("id")), request.param("statusHistory"));
  }

  private JsonNode items(Request request) {
    return Search.page(request.criteria(), items, tables.items().all(), this::listed);
  }

  private JsonNode item(Request request) {
    return listed(tables.items().get(request.id("id")));
  }

  // Without an order around them items come without their taxes.
  private ObjectNode listed(ObjectNode row) {
    ObjectNode item = view.item(row);
    item.remove("extension_attributes");
    if (item.get("parent_item") instanceof ObjectNode parent) {
      parent.remove("extension_attributes");
    }
    return item;
  }
}
