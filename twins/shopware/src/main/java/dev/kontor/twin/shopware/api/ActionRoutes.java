package dev.kontor.twin.shopware.api;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.index.Indexer;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.search.Criteria;
import dev.kontor.twin.shopware.search.Reading;
import dev.kontor.twin.shopware.search.View;
import dev.kontor.twin.shopware.shop.Mailing;
import dev.kontor.twin.shopware.shop.Shop;
import dev.kontor.twin.shopware.shop.StateMachines;
import dev.kontor.twin.shopware.write.Sync;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Addresses below /api/_action. */
final class ActionRoutes {
  private final Shop shop;
  private final Sync sync;
  private final View view;
  private final FileRoutes files;
  private final OrderEditRoutes edits;
  private final VersionRoutes versions;
  private final Indexer indexer;

  ActionRoutes(Shop shop, Sync sync, View view, FileRoutes files, Indexer indexer) {
    this.indexer = indexer;
    this.shop = shop;
    this.sync = sync;
    this.view = view;
    this.files = files;
    this.edits = new OrderEditRoutes(shop.drafts());
    this.versions = new VersionRoutes(shop.drafts());
  }

  Answer handle(Request request) {
    return switch (request.segment(1)) {
      case "sync" -> sync(only("POST", request));
      case "index" -> {
        Access.require(only("POST", request).client(), List.of("api_action_cache_index"));
        indexer.all();
        yield Answer.empty(204);
      }
      case "version" -> versions.answer(request);
      case "state-machine" -> stateMachine(request);
      case "order_transaction_capture_refund" -> refund(request);
      case "number-range" -> number(request);
      case "document" -> files.document(request);
      case "media" -> files.media(request);
      default -> order(request);
    };
  }

  private Answer order(Request request) {
    if (request.segment(1).equals("order") && request.segment(2).equals("document")) {
      return files.create(request);
    }
    if (OrderEditRoutes.knows(request)) {
      return edits.line(request);
    }
    if (StateMachines.addressed(request.segment(1)) && request.segment(3).equals("state")) {
      only("POST", request);
      ObjectNode state =
          transition(request, request.segment(1), request.segment(2), request.segment(4));
      state.remove("apiAlias");
      return Answer.json(200, state);
    }
    throw Errors.noRoute(request.call().method(), request.address());
  }

  private Answer stateMachine(Request request) {
    String entity = request.segment(2).replace('-', '_');
    if (!StateMachines.knows(entity) || !request.segment(4).equals("state")) {
      throw Errors.noRoute(request.call().method(), request.address());
    }
    if (request.segment(5).isEmpty()) {
      only("GET", request);
      return Answer.json(200, shop.states().possible(entity, request.segment(3)));
    }
    only("POST", request);
    ObjectNode state = transition(request, entity, request.segment(3), request.segment(5));
    return Answer.json(200, Json.object().set("data", state));
  }

  private ObjectNode transition(Request request, String entity, String id, String action) {
    JsonNode body = request.body();
    Mailing mailing =
        new Mailing(
            body.path("sendMail").asBoolean(true),
            body.path("documentIds").valueStream().map(JsonNode::asString).toList());
    ObjectNode state = shop.states().transition(entity, id, action, mailing);
    Entity definition = shop.tables().schema().entity("state_machine_state");
    return view.json(state, definition, Criteria.plain(), Reading.PLAIN);
  }

  // No payment method of the shop's core can refund (PaymentRefundProcessor).
  private Answer refund(Request request) {
    only("POST", request);
    String id = request.segment(2);
    boolean known = shop.tables().find("order_transaction_capture_refund", id).isPresent();
    throw ApiError.of(
        400,
        known ? "CHECKOUT__REFUND_UNKNOWN_HANDLER_ERROR" : "CHECKOUT__REFUND_UNKNOWN_ERROR",
        "The Refund process failed with following exception: Unknown refund "
            + (known ? "handler for refund id " : "with id ")
            + id
            + ".",
        Json.object().put("refundId", id));
  }

  private Answer sync(Request request) {
    return Answer.json(200, sync.run(request.content(), request.mode()));
  }

  private Answer number(Request request) {
    only("GET", request);
    String type = request.segment(3);
    boolean preview = request.call().param("preview").filter("1"::equals).isPresent();
    String number = preview ? shop.numbers().preview(type) : shop.numbers().reserve(type);
    return Answer.json(200, Json.object().put("number", number));
  }

  static Request only(String method, Request request) {
    if (!request.is(method)) {
      throw ApiError.plain(
          405,
          "No route found for \""
              + request.call().method()
              + " "
              + request.address()
              + "\": Method Not Allowed (Allow: "
              + method
              + ")");
    }
    return request;
  }
}
