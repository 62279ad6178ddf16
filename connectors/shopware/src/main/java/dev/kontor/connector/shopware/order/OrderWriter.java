package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.SyncCall;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes back to an order of the shop: {@code {customFields: {…}, transitions: [{entity, id,
 * transition}]}}. Both may be repeated without another effect. The custom fields of a whole batch
 * go in one call.
 */
public final class OrderWriter implements Writer {

  private static final String FIELDS = "customFields";

  /** Without transitions they are one call; each transition is one more. */
  private static final int MOST_ORDERS = 50;

  private final OrderTransitions transitions;
  private final SyncCall sync;

  public OrderWriter(ShopwareApi api, OrderReader reader, boolean sendMail) {
    this.transitions = new OrderTransitions(api, reader, sendMail);
    this.sync = new SyncCall(api, "order", FIELDS, row -> gone(row.id()));
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
    @Nullable Outcome[] outcomes = new Outcome[batch.size()];
    List<SyncCall.Row> rows = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Write write = batch.get(i);
      Fault fault = fault(write);
      outcomes[i] = fault == null ? new Outcome.Written(id(write), null, null) : fault;
      if (fault == null && write.content().path(FIELDS).isObject()) {
        rows.add(new SyncCall.Row(i, id(write), null, write.content().path(FIELDS)));
      }
    }
    sync.write(rows, outcomes);
    return IntStream.range(0, outcomes.length)
        .mapToObj(i -> moved(batch.get(i), Objects.requireNonNull(outcomes[i])))
        .toList();
  }

  /** Transitions have no batch in the shop. */
  private Outcome moved(Write write, Outcome outcome) {
    if (outcome instanceof Outcome.Written) {
      try {
        transitions.run(id(write), write.content().path("transitions"));
      } catch (FaultException e) {
        return e.fault();
      }
    }
    return outcome;
  }

  private static String id(Write write) {
    return write.targetId() == null ? "" : write.targetId();
  }

  private static @Nullable Fault fault(Write write) {
    if (write.action() != Write.Action.UPDATE) {
      return new Fault.Unsupported("orders are created in the shop; the hub only updates them");
    }
    return Ids.isId(id(write))
        ? fault(write.content())
        : new Fault.Invalid("id", "is no id of a Shopware order", null);
  }

  private static Fault gone(String id) {
    return new Fault.Missing(EntityType.ORDER, id, "the order is not in the shop (any more)");
  }

  /** An empty map would wipe the fields of every other extension (shopware/contract.md §12). */
  private static @Nullable Fault fault(JsonNode content) {
    JsonNode fields = content.path(FIELDS);
    if (!fields.isMissingNode() && !fields.isNull() && (!fields.isObject() || fields.isEmpty())) {
      return new Fault.Invalid(
          FIELDS, "must name at least one field; leave it out to change none", null);
    }
    if (!fields.isObject() && content.path("transitions").isEmpty()) {
      return new Fault.Invalid(FIELDS, "and transitions are both missing", null);
    }
    return null;
  }
}
