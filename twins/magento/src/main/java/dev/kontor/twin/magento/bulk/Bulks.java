package dev.kontor.twin.magento.bulk;

import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Async;
import dev.kontor.twin.magento.api.Endpoint;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.data.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asynchronous requests. Accepted is not carried out: nothing moves without a consumer, which takes
 * the operations of one bulk in no particular order (magento/contract.md §5, magento/observed.md
 * "Async bulk").
 */
public final class Bulks implements Async {
  private final Tables tables;
  private final Map<String, Bulk> bulks = new HashMap<>();

  /** Those with open operations, the oldest first. */
  private final Deque<Bulk> queue = new ArrayDeque<>();

  private boolean consumes;
  private int perSecond;
  private Instant consumed = Instant.EPOCH;

  public Bulks(Tables tables) {
    this.tables = tables;
  }

  /**
   * Whether a consumer carries operations out as they come.
   *
   * @param pace most in a second; 0 for all at once
   */
  public void consume(boolean on, int pace) {
    elapse();
    consumes = on;
    perSecond = pace;
    consumed = tables.clock().instant();
  }

  /** One consumer run: carries out what is open, the last of each bulk first. */
  public int run(int most) {
    int done = 0;
    while (done < most && !queue.isEmpty()) {
      Bulk bulk = queue.getFirst();
      for (Operation operation : bulk.operations().reversed()) {
        done += done < most && operation.run() ? 1 : 0;
      }
      if (bulk.operations().stream().noneMatch(Operation::isOpen)) {
        queue.removeFirst();
      }
    }
    return done;
  }

  @Override
  public void elapse() {
    if (consumes && perSecond > 0) {
      Instant now = tables.clock().instant();
      long due = Duration.between(consumed, now).toMillis() * perSecond / 1_000;
      if (due > 0) {
        consumed = now;
        run((int) Math.min(due, Integer.MAX_VALUE));
      }
    }
  }

  @Override
  public ObjectNode accept(String route, Endpoint endpoint, List<Work> work) {
    String uuid = Ids.guid();
    String topic = Topics.of(route);
    List<Operation> operations = new ArrayList<>();
    ObjectNode answer = Json.object().put("bulk_uuid", uuid);
    var items = answer.putArray("request_items");
    for (int id = 0; id < work.size(); id++) {
      Operation operation = new Operation(id, topic, endpoint, work.get(id));
      operations.add(operation);
      items.add(operation.accepted());
    }
    Bulk bulk = new Bulk(uuid, topic, tables.now(), operations);
    bulks.put(uuid, bulk);
    if (!operations.isEmpty()) {
      queue.addLast(bulk);
    }
    if (consumes && perSecond == 0) {
      run(Integer.MAX_VALUE);
    }
    return answer.put("errors", false);
  }

  public void into(Routes routes) {
    routes
        .on("GET /V1/bulk/:bulkUuid/status", r -> bulk(r).status(false))
        .on("GET /V1/bulk/:bulkUuid/detailed-status", r -> bulk(r).status(true))
        .on("GET /V1/bulk/:bulkUuid/operation-status/:status", this::count);
  }

  private JsonNode count(Request request) {
    long status = request.id("status");
    return LongNode.valueOf(
        bulk(request).operations().stream().filter(o -> o.status() == status).count());
  }

  private Bulk bulk(Request request) {
    String uuid = request.path("bulkUuid");
    Bulk bulk = bulks.get(uuid);
    if (bulk == null) {
      throw ApiError.named(404, "Bulk uuid %bulkUuid not exist", "bulkUuid", uuid);
    }
    return bulk;
  }
}
