package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs state transitions with what follows from them: events, mails, stock (contract §5). */
public final class StateMachines {
  private static final Map<String, String> MACHINES =
      Map.of(
          "order", "order.state",
          "order_delivery", "order_delivery.state",
          "order_transaction", "order_transaction.state",
          "order_transaction_capture", "order_transaction_capture.state",
          "order_transaction_capture_refund", "order_transaction_capture_refund.state");
  private static final Set<String> OF_AN_ORDER =
      Set.of("order", "order_delivery", "order_transaction");

  private final Tables tables;
  private final Keys keys;
  private final Stock stock;
  private final OrderEvents events;
  private final Mails mails;

  StateMachines(Tables tables, Keys keys, Stock stock, OrderEvents events, Mails mails) {
    this.tables = tables;
    this.keys = keys;
    this.stock = stock;
    this.events = events;
    this.mails = mails;
  }

  /** Whether transitions of this entity have an address of their own. */
  public static boolean addressed(String entity) {
    return OF_AN_ORDER.contains(entity);
  }

  public static boolean knows(String entity) {
    return MACHINES.containsKey(entity);
  }

  /**
   * Does a transition and returns the target state's row; repeating the last one does nothing.
   * Throws ApiError 400 SYSTEM__ILLEGAL_STATE_TRANSITION or 404.
   */
  public ObjectNode transition(String entity, String id, String action, Mailing mailing) {
    ObjectNode row = tables.find(entity, id).orElseThrow(() -> Errors.notFound(entity, id));
    String from = Values.required(row, "stateId");
    List<ObjectNode> edges = edges(entity);
    List<ObjectNode> possible =
        edges.stream().filter(e -> from.equals(Values.text(e, "fromStateId"))).toList();
    for (ObjectNode edge : possible) {
      if (action.equals(Values.text(edge, "actionName"))) {
        return enter(entity, row, edge, mailing);
      }
    }
    boolean repeated =
        edges.stream()
            .anyMatch(
                e ->
                    action.equals(Values.text(e, "actionName"))
                        && from.equals(Values.text(e, "toStateId")));
    if (repeated) {
      return tables.get("state_machine_state", from);
    }
    throw illegal(action, from, possible);
  }

  /** The transitions open to a row, as the generic state-machine address lists them. */
  public ObjectNode possible(String entity, String id) {
    ObjectNode row = tables.find(entity, id).orElseThrow(() -> Errors.notFound(entity, id));
    String from = Values.required(row, "stateId");
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("transitions");
    for (ObjectNode edge : edges(entity)) {
      if (from.equals(Values.text(edge, "fromStateId"))) {
        ObjectNode target = tables.get("state_machine_state", Values.required(edge, "toStateId"));
        String action = Values.required(edge, "actionName");
        list.addObject()
            .put("name", Values.text(target, "name"))
            .put("technicalName", Values.text(target, "technicalName"))
            .put("actionName", action)
            .put(
                "fromStateName",
                Values.text(tables.get("state_machine_state", from), "technicalName"))
            .put("toStateName", Values.text(target, "technicalName"))
            .put("url", "/api/_action/state-machine/" + entity + "/" + id + "/state/" + action);
      }
    }
    return json;
  }

  private List<ObjectNode> edges(String entity) {
    String machine = String.valueOf(MACHINES.get(entity));
    return tables.all("state_machine").stream()
        .filter(m -> machine.equals(Values.text(m, "technicalName")))
        .flatMap(
            m ->
                tables
                    .where("state_machine_transition", "stateMachineId", Values.required(m, "id"))
                    .stream())
        .sorted(java.util.Comparator.comparing(e -> Values.required(e, "actionName")))
        .toList();
  }

  private ObjectNode enter(String entity, ObjectNode row, ObjectNode edge, Mailing mailing) {
    String to = Values.required(edge, "toStateId");
    ObjectNode target = tables.get("state_machine_state", to);
    String id = Values.required(row, "id");
    String orderId = orderId(entity, row);
    tables.update(entity, id, Json.object().put("stateId", to));
    tables.insert("state_machine_history", history(entity, row, edge));
    String state = Values.required(target, "technicalName");
    if (entity.equals("order")) {
      moveStock(orderId, from(row), state);
    }
    if (mailing.wanted()) {
      mails.send(tables.get("order", orderId), entity + "." + state, mailing.documentIds());
      mailing.documentIds().stream()
          .filter(d -> tables.find("document", d).isPresent())
          .forEach(d -> tables.update("document", d, Json.object().put("sent", true)));
    }
    events.announce("state_enter." + entity + ".state." + state, orderId);
    return target;
  }

  private String orderId(String entity, ObjectNode row) {
    return switch (entity) {
      case "order" -> Values.required(row, "id");
      case "order_transaction_capture" ->
          orderId("order_transaction", above(row, "order_transaction", "orderTransactionId"));
      case "order_transaction_capture_refund" ->
          orderId(
              "order_transaction_capture", above(row, "order_transaction_capture", "captureId"));
      default -> Values.required(row, "orderId");
    };
  }

  private ObjectNode above(ObjectNode row, String entity, String key) {
    return tables.get(entity, Values.required(row, key));
  }

  private String from(ObjectNode row) {
    return Values.required(
        tables.get("state_machine_state", Values.required(row, "stateId")), "technicalName");
  }

  private void moveStock(String orderId, String from, String to) {
    for (ObjectNode line : tables.where("order_line_item", "orderId", orderId)) {
      String productId = Values.text(line, "productId");
      int quantity = line.path("quantity").asInt(0);
      if (productId == null) {
        continue;
      }
      if (to.equals("cancelled") || from.equals("cancelled")) {
        stock.reserve(productId, to.equals("cancelled") ? -quantity : quantity);
      }
      if (to.equals("completed") || from.equals("completed")) {
        stock.complete(productId, to.equals("completed") ? quantity : -quantity);
      }
    }
  }

  private ObjectNode history(String entity, ObjectNode row, ObjectNode edge) {
    return Json.object()
        .put("id", keys.id())
        .put("referencedId", Values.required(row, "id"))
        .put("entityName", entity)
        .put("stateMachineId", Values.required(edge, "stateMachineId"))
        .put("fromStateId", Values.required(edge, "fromStateId"))
        .put("toStateId", Values.required(edge, "toStateId"))
        .put("transitionActionName", Values.required(edge, "actionName"));
  }

  private static ApiError illegal(String action, String from, List<ObjectNode> possible) {
    List<String> names =
        possible.stream().map(e -> Values.required(e, "actionName")).distinct().toList();
    String joined = String.join(", ", names);
    ObjectNode parameters =
        Json.object()
            .put("transition", action)
            .put("currentState", from)
            .put("possibleTransitionsString", joined);
    names.forEach(parameters.putArray("possibleTransitions")::add);
    return ApiError.of(
        400,
        "SYSTEM__ILLEGAL_STATE_TRANSITION",
        "Illegal transition \""
            + action
            + "\" from state \""
            + from
            + "\". Possible transitions are: "
            + joined,
        parameters);
  }
}
