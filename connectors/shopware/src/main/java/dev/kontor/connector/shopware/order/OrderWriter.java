package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.api.ApiErrors;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes back to an order of the shop: {@code {customFields: {…}, transitions: [{entity, id,
 * transition}]}}. Both may be repeated without another effect.
 */
public final class OrderWriter implements Writer {

  private static final int MOST_ORDERS = 20;
  private static final String NOT_THERE = "FRAMEWORK__WRITE_TYPE_INTEND_ERROR";

  private final ShopwareApi api;
  private final OrderTransitions transitions;

  public OrderWriter(ShopwareApi api, OrderReader reader, boolean sendMail) {
    this.api = api;
    this.transitions = new OrderTransitions(api, reader, sendMail);
  }

  @Override
  public int maxBatch() {
    return MOST_ORDERS;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    Fault fault = fault(content);
    return fault == null ? new Prepared.Ready(content, List.of()) : new Prepared.Refused(fault);
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Write write : batch) {
      try {
        outcomes.add(written(write));
      } catch (FaultException e) {
        outcomes.add(e.fault());
      }
    }
    return outcomes;
  }

  private Outcome written(Write write) {
    String id = write.targetId();
    if (write.action() != Write.Action.UPDATE) {
      return new Fault.Unsupported("orders are created in the shop; the hub only updates them");
    }
    if (id == null || !Ids.isId(id)) {
      return new Fault.Invalid("id", "is no id of a Shopware order", null);
    }
    Fault fault = fault(write.content());
    if (fault != null) {
      return fault;
    }
    customFields(id, write.content().path("customFields"));
    transitions.run(id, write.content().path("transitions"));
    return new Outcome.Written(id, null, null);
  }

  /** An empty map would wipe the fields of every other extension (shopware/contract.md §12). */
  private static @Nullable Fault fault(JsonNode content) {
    JsonNode fields = content.path("customFields");
    if (!fields.isMissingNode() && !fields.isNull() && (!fields.isObject() || fields.isEmpty())) {
      return new Fault.Invalid(
          "customFields", "must name at least one field; leave it out to change none", null);
    }
    if (!fields.isObject() && content.path("transitions").isEmpty()) {
      return new Fault.Invalid("customFields", "and transitions are both missing", null);
    }
    return null;
  }

  private void customFields(String id, JsonNode fields) {
    if (!fields.isObject()) {
      return;
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("customFields", fields);
    String path = "/api/order/" + id;
    Reply reply = api.write("PATCH", path, body);
    if (!reply.ok()) {
      throw new FaultException(
          ApiErrors.of(reply.body()).has(NOT_THERE)
              ? new Fault.Missing(EntityType.ORDER, id, "the order is not in the shop (any more)")
              : api.fault(true, path, reply));
    }
  }
}
