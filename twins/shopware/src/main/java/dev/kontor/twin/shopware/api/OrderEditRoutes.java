package dev.kontor.twin.shopware.api;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.shop.OrderDrafts;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What the administration changes in the draft of an order. */
final class OrderEditRoutes {
  private static final Set<String> CALLS =
      Set.of("product", "lineItem", "creditItem", "recalculate");
  private final OrderDrafts drafts;

  OrderEditRoutes(OrderDrafts drafts) {
    this.drafts = drafts;
  }

  static boolean knows(Request request) {
    return request.segment(1).equals("order") && CALLS.contains(request.segment(3));
  }

  /** /_action/order/{id}/product/{productId}, lineItem, creditItem and recalculate. */
  Answer line(Request request) {
    ActionRoutes.only("POST", request);
    Access.require(request.client(), List.of("order:update"));
    if (!request.isDraft()) {
      throw ApiError.of(
          400,
          "CHECKOUT__ORDER_CAN_NOT_RECALCULATE_LIVE_VERSION",
          "Order cannot be recalculated because it is in the live version.",
          Json.object());
    }
    ObjectNode line = request.object();
    switch (request.segment(3)) {
      case "product" -> line.put("type", "product").put("productId", request.segment(4));
      case "lineItem" -> line.put("type", line.path("type").asString("custom"));
      case "creditItem" -> line.put("type", "credit");
      default -> {
        return Answer.empty(204);
      }
    }
    drafts.add(request.version(), request.segment(2), line);
    return Answer.empty(204);
  }

  /** PATCH and DELETE of /order-line-item/{id} in a draft; the twin knows no other. */
  Answer entity(Request request) {
    String method = request.call().method();
    if (!request.segment(0).equals("order-line-item") || method.equals("GET")) {
      throw ApiError.plain(
          400, "This twin reads and writes no " + request.segment(0) + " in drafts.");
    }
    Access.require(request.client(), List.of("order_line_item:update"));
    int quantity = method.equals("DELETE") ? 0 : request.body().path("quantity").asInt(1);
    drafts.quantity(request.version(), request.segment(1), quantity);
    return Answer.empty(204);
  }
}
