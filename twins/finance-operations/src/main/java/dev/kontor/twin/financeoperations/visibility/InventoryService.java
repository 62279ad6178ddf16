package dev.kontor.twin.financeoperations.visibility;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The add-in's own interface, below {@code /api/environment/{id}/}. */
public final class InventoryService {
  public static final String PATH = "/api/environment/";
  private static final int MOST = 512;

  private final Erp erp;
  private final SecurityService security;
  private final Quantities quantities = new Quantities();
  private final SoftReservations reservations = new SoftReservations();
  private final OnHand onHand;

  public InventoryService(Erp erp, SecurityService security) {
    this.erp = erp;
    this.security = security;
    this.onHand = new OnHand(erp, quantities, reservations);
  }

  public Answer handle(Call call) {
    String root = PATH + SecurityService.ENVIRONMENT + "/";
    if (!call.path().startsWith(root)) {
      return Answer.text(404, "There is no such environment.");
    }
    if (!security.accepts(call)) {
      return Answer.empty(401);
    }
    if (!call.method().equals("POST")) {
      return Answer.empty(405);
    }
    try {
      JsonNode body = call.json();
      return erp.records().rows().reading(() -> answer(call.path().substring(root.length()), body));
    } catch (JacksonException e) {
      return Answer.text(400, "The body is not valid JSON.");
    } catch (IllegalArgumentException e) {
      return Answer.text(400, String.valueOf(e.getMessage()));
    }
  }

  private Answer answer(String path, JsonNode body) {
    return switch (path) {
      case "onhand" -> changed(List.of(body), false);
      case "onhand/bulk" -> changed(several(body), false);
      case "onhand/indexquery" -> Answer.json(200, onHand.query(body));
      case "onhand/reserve" -> Answer.json(200, reserve(body));
      case "onhand/reserve/bulk" -> each(body, this::reserve);
      case "onhand/unreserve" -> Answer.json(200, reservations.unreserve(body));
      case "onhand/unreserve/bulk" -> each(body, reservations::unreserve);
      default ->
          path.matches("setonhand/[^/]+/bulk")
              ? changed(several(body), true)
              : Answer.text(404, "There is no such address: " + path);
    };
  }

  private ObjectNode reserve(JsonNode body) {
    return reservations.reserve(body, onHand::free);
  }

  private Answer changed(List<JsonNode> changes, boolean absolute) {
    changes.forEach(Spot::of);
    ArrayNode ids = Json.array();
    for (JsonNode change : changes) {
      quantities.change(change, absolute);
      ids.add(change.path("id").asString(""));
    }
    return Answer.json(200, ids);
  }

  private static Answer each(JsonNode body, Function<JsonNode, ObjectNode> work) {
    ArrayNode done = Json.array();
    several(body).forEach(one -> done.add(work.apply(one)));
    return Answer.json(200, done);
  }

  private static List<JsonNode> several(JsonNode body) {
    if (!body.isArray() || body.size() > MOST) {
      throw new IllegalArgumentException("A bulk request has up to " + MOST + " entries.");
    }
    return body.valueStream().toList();
  }
}
