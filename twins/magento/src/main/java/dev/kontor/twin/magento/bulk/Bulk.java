package dev.kontor.twin.magento.bulk;

import dev.kontor.twin.kit.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations of one asynchronous request. */
record Bulk(String uuid, String topic, String start, List<Operation> operations) {

  ObjectNode status(boolean detailed) {
    ObjectNode status = Json.object();
    ArrayNode list = status.putArray("operations_list");
    operations.forEach(o -> list.add(detailed ? o.detailed(uuid) : o.brief()));
    return status
        .put("user_type", 1)
        .put("bulk_id", uuid)
        .put("description", "Topic " + topic)
        .put("start_time", start)
        .put("user_id", 1)
        .put("operation_count", operations.size());
  }
}
