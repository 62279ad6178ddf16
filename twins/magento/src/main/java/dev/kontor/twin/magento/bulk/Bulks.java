package dev.kontor.twin.magento.bulk;

import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Async;
import dev.kontor.twin.magento.api.Endpoint;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.data.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private final Map<String, Bulk> bulks = new LinkedHashMap<>();
  private boolean consumes;

  public Bulks(Tables tables) {
    this.tables = tables;
  }

  /** Whether a consumer carries operations out as they come. */
  public void consume(boolean atOnce) {
    consumes = atOnce;
  }

  /** One consumer run: carries out what is open, the last of each bulk first. */
  public int run() {
    int done = 0;
    for (Bulk bulk : bulks.values()) {
      for (Operation operation : bulk.operations().reversed()) {
        done += operation.run() ? 1 : 0;
      }
    }
    return done;
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
    bulks.put(uuid, new Bulk(uuid, topic, tables.now(), operations));
    if (consumes) {
      run();
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
