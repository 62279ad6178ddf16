package dev.kontor.connector.shopware.progress;

import dev.kontor.connector.shopware.Absent;
import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.ApiErrors;
import dev.kontor.connector.shopware.api.Outcomes;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.SyncBatch;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows in the shop what the ERP does with an order: custom fields and tracking codes first, of the
 * whole batch in one call, then documents, then the state, so that a mail the state sends has them.
 * Each step looks at what the shop has and does nothing twice.
 */
public final class ProgressWriter implements Writer {

  /** Their PDFs are held in memory together. */
  private static final int MOST_EVENTS = 50;

  private static final Fault LOST_DELIVERY =
      new Fault.Conflict("the order's delivery was deleted in the shop while it was written");

  private final ShopwareApi api;
  private final ShopwareSettings settings;
  private final ShopOrders orders;
  private final OrderDocuments documents;

  public ProgressWriter(ShopwareApi api, ShopwareSettings settings) {
    this.api = api;
    this.settings = settings;
    this.orders = new ShopOrders(api, settings);
    this.documents = new OrderDocuments(api, settings, orders);
  }

  @Override
  public int maxBatch() {
    return MOST_EVENTS;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return prepareAll(List.of(new Draft(content, model))).getFirst();
  }

  @Override
  public List<Prepared> prepareAll(List<Draft> drafts) {
    Map<String, JsonNode> known =
        orders.of(
            drafts.stream().map(draft -> draft.content().path("orderId").asString("")).toList());
    List<Prepared> answers = new ArrayList<>();
    for (Draft draft : drafts) {
      try {
        answers.add(prepared(draft.content(), known));
      } catch (FaultException e) {
        answers.add(new Prepared.Refused(e.fault()));
      }
    }
    return answers;
  }

  private Prepared prepared(JsonNode content, Map<String, JsonNode> known) {
    Progress progress = Progress.of(content);
    JsonNode order = known.get(progress.orderId());
    if (order == null) {
      return new Prepared.Refused(Absent.order(progress.orderId()));
    }
    List<String> notes = new ArrayList<>();
    switch (StateMove.of(progress, order, settings.progress())) {
      case StateMove.Contradiction(Fault fault) -> {
        return new Prepared.Refused(fault);
      }
      case StateMove.Stay(String why) -> add(notes, why);
      case StateMove.Go go -> {}
    }
    add(notes, Paperwork.note(progress, order));
    Paperwork paperwork = Paperwork.of(progress, order);
    JsonNode there = paperwork == null ? null : paperwork.in(order);
    boolean file = paperwork != null && (there == null || !Paperwork.hasFile(there));
    return new Prepared.Ready(
        content, notes, file ? List.of(Objects.requireNonNull(paperwork).file()) : List.of());
  }

  private static void add(List<String> notes, @Nullable String note) {
    if (note != null) {
      notes.add(note);
    }
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    Outcomes outcomes = new Outcomes(batch.size());
    Map<Integer, Progress> left = new TreeMap<>();
    outcomes.each(i -> left.put(i, progress(batch.get(i))));
    while (!left.isEmpty()) {
      write(batch, oneOfEach(left), outcomes);
    }
    return outcomes.all();
  }

  private static Progress progress(Write write) {
    if (write.action() != Write.Action.UPDATE) {
      throw new FaultException(
          new Fault.Unsupported("the progress of an order is only told to an order of the shop"));
    }
    Progress progress = Progress.of(write.content());
    if (!progress.orderId().equals(write.targetId())) {
      throw new FaultException(
          new Fault.Invalid("orderId", "is not the order that is written to", null));
    }
    return progress;
  }

  /** Two events of one order build on one another. */
  private static Map<Integer, Progress> oneOfEach(Map<Integer, Progress> left) {
    Map<String, Integer> first = new HashMap<>();
    left.forEach((i, progress) -> first.putIfAbsent(progress.orderId(), i));
    Map<Integer, Progress> round = new TreeMap<>();
    first.values().forEach(i -> round.put(i, Objects.requireNonNull(left.get(i))));
    left.keySet().removeAll(round.keySet());
    return round;
  }

  private void write(List<Write> batch, Map<Integer, Progress> round, Outcomes outcomes) {
    Map<String, JsonNode> known =
        orders.of(round.values().stream().map(Progress::orderId).toList());
    Map<Integer, Fault> refused = fields(round, known);
    outcomes.refuse(refused);
    round.keySet().removeAll(refused.keySet());
    round.forEach(
        (i, progress) ->
            outcomes.attempt(
                i, () -> outcomes.put(i, rest(batch.get(i), progress, order(known, progress)))));
  }

  private static JsonNode order(Map<String, JsonNode> known, Progress progress) {
    return Objects.requireNonNull(known.get(progress.orderId()));
  }

  private Map<Integer, Fault> fields(Map<Integer, Progress> round, Map<String, JsonNode> known) {
    Map<Integer, Fault> refused = new HashMap<>();
    SyncBatch sync = new SyncBatch();
    round.forEach(
        (i, progress) -> {
          Fault gone = Absent.order(progress.orderId());
          JsonNode order = known.get(progress.orderId());
          if (order == null) {
            refused.put(i, gone);
          } else {
            sync.update(i, "order", ProgressFields.row(progress, order), gone);
            ObjectNode tracking = ProgressFields.tracking(progress, order);
            if (tracking != null) {
              sync.update(i, "order_delivery", tracking, LOST_DELIVERY);
            }
          }
        });
    refused.putAll(sync.send(api));
    return refused;
  }

  /** Neither documents nor transitions have a batch in the shop. */
  private Outcome rest(Write write, Progress progress, JsonNode order) {
    Paperwork paperwork = Paperwork.of(progress, order);
    if (paperwork != null) {
      documents.put(paperwork, order, write.attachments());
    }
    return switch (StateMove.of(progress, order, settings.progress())) {
      case StateMove.Contradiction(Fault fault) -> fault;
      case StateMove.Stay stay -> new Outcome.Written(progress.orderId(), null, null);
      case StateMove.Go go -> moved(go, progress);
    };
  }

  private Outcome moved(StateMove.Go go, Progress progress) {
    String path = "/api/_action/" + go.entity() + "/" + go.id() + "/state/" + go.action();
    // The shop mails the buyer unless told not to (shopware/contract.md §12).
    boolean mail = settings.progress().mails().contains(progress.kind());
    Reply reply =
        api.write("POST", path, JsonNodeFactory.instance.objectNode().put("sendMail", mail));
    if (reply.ok()) {
      return new Outcome.Written(progress.orderId(), null, null);
    }
    ApiErrors errors = ApiErrors.of(reply.body());
    return errors.has("SYSTEM__ILLEGAL_STATE_TRANSITION")
        ? new Fault.Conflict("the shop changed the order's state meanwhile")
        : api.fault(true, path, reply);
  }
}
