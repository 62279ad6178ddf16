package dev.kontor.twin.shopware.api;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.shop.OrderDrafts;
import java.util.List;

/** How the administration begins and ends to edit an order: a version is opened and merged. */
final class VersionRoutes {
  private final OrderDrafts drafts;

  VersionRoutes(OrderDrafts drafts) {
    this.drafts = drafts;
  }

  /** Below /_action/version. */
  Answer answer(Request request) {
    ActionRoutes.only("POST", request);
    Access.require(request.client(), List.of("order:update"));
    String first = request.segment(2);
    if (first.equals("order")) {
      String orderId = request.segment(3);
      return Answer.json(
          200,
          Json.object()
              .put("versionId", drafts.open(orderId))
              .put("versionName", "")
              .put("id", orderId)
              .put("entity", "order"));
    }
    if (first.equals("merge") && request.segment(3).equals("order")) {
      drafts.merge(request.segment(4));
      return Answer.empty(204);
    }
    if (request.segment(3).equals("order")) {
      drafts.discard(first);
      return Answer.empty(204);
    }
    throw Errors.noRoute(request.call().method(), request.address());
  }
}
