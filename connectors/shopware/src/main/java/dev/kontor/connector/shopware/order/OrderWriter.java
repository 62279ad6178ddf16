package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.Absent;
import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.api.Outcomes;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.SyncBatch;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
  private final ShopwareApi api;

  public OrderWriter(ShopwareApi api, Reader reader, boolean sendMail) {
    this.transitions = new OrderTransitions(api, reader, sendMail);
    this.api = api;
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
    Outcomes outcomes = new Outcomes(batch.size());
    SyncBatch sync = new SyncBatch();
    for (int i = 0; i < batch.size(); i++) {
      outcomes.put(i, put(i, batch.get(i), sync));
    }
    outcomes.refuse(sync.send(api));
    List<Outcome> all = outcomes.all();
    return IntStream.range(0, all.size()).mapToObj(i -> moved(batch.get(i), all.get(i))).toList();
  }

  private static Outcome put(int place, Write write, SyncBatch sync) {
    Fault fault = fault(write);
    if (fault != null) {
      return fault;
    }
    JsonNode fields = write.content().path(FIELDS);
    if (fields.isObject()) {
      ObjectNode row = ShopRow.of(id(write));
      row.set(FIELDS, fields);
      sync.update(place, "order", row, Absent.order(id(write)));
    }
    return new Outcome.Written(id(write), null, null);
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
