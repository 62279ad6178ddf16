package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.api.ApiError;
import dev.kontor.connector.shopware.api.ApiErrors;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Reader;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Moves an order, its delivery or its payment through the shop's state machines, so that the shop's
 * own rules, stock and history follow (shopware/contract.md §5).
 */
final class OrderTransitions {

  private static final Set<String> ENTITIES =
      Set.of("order", "order_delivery", "order_transaction");
  private static final Pattern ACTION = Pattern.compile("[a-z_]+");

  private final ShopwareApi api;
  private final Reader reader;
  private final boolean sendMail;

  OrderTransitions(ShopwareApi api, Reader reader, boolean sendMail) {
    this.api = api;
    this.reader = reader;
    this.sendMail = sendMail;
  }

  /** In the order given; each that is already done is no change (shopware/observed.md). */
  void run(String orderId, JsonNode transitions) {
    int index = 0;
    for (JsonNode transition : transitions) {
      run(orderId, transition, "transitions[" + index++ + "]");
    }
  }

  private void run(String orderId, JsonNode transition, String field) {
    String entity = transition.path("entity").asString("order");
    String action = transition.path("transition").asString("");
    if (!ENTITIES.contains(entity)) {
      throw Unreadable.field(field + ".entity", "must be one of " + ENTITIES);
    }
    if (!ACTION.matcher(action).matches()) {
      throw Unreadable.field(field + ".transition", "must name an action of the shop, like ship");
    }
    String id = subject(orderId, entity, text(transition.path("id")), field);
    // The shop mails the buyer unless told not to (shopware/contract.md §12).
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("sendMail", sendMail);
    String path = "/api/_action/" + entity + "/" + id + "/state/" + action;
    Reply reply = api.write("POST", path, body);
    if (!reply.ok()) {
      throw new FaultException(fault(path, action, field, reply, orderId));
    }
  }

  private String subject(String orderId, String entity, @Nullable String id, String field) {
    if (id != null && Ids.isId(id)) {
      return id;
    }
    if (entity.equals("order")) {
      return orderId;
    }
    List<Document> found = reader.fetch(List.of(orderId));
    JsonNode order = found.isEmpty() ? null : found.getFirst().content();
    if (order == null) {
      throw new FaultException(missing(orderId));
    }
    JsonNode part =
        entity.equals("order_delivery")
            ? OrderDeliveries.main(order)
            : OrderTransactions.current(order);
    if (part == null) {
      throw Unreadable.field(field + ".entity", "names a part this order does not have");
    }
    return part.path("id").asString("");
  }

  private Fault fault(String path, String action, String field, Reply reply, String orderId) {
    ApiErrors errors = ApiErrors.of(reply.body());
    ApiError first = errors.first();
    if (first != null && first.code().equals("SYSTEM__ILLEGAL_STATE_TRANSITION")) {
      String possible = first.parameters().path("possibleTransitionsString").asString("");
      return new Fault.Invalid(
          field + ".transition",
          "the shop does not allow '"
              + action
              + "' now"
              + (possible.isEmpty() ? "" : "; it allows " + possible),
          first.code());
    }
    return reply.status() == 404 && !errors.has("0")
        ? missing(orderId)
        : api.fault(true, path, reply);
  }

  private static Fault missing(String orderId) {
    return new Fault.Missing(
        EntityType.ORDER, orderId, "the order or its part is not in the shop (any more)");
  }
}
