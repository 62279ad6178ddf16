package dev.kontor.connector.magento.stock;

import dev.kontor.connector.magento.api.ApiError;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.kit.BatchSize;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes quantities in one call. The shop refuses a call as a whole: the articles its answer names
 * are taken out, else the call is halved until the bad one stands alone.
 */
final class SourceWrites {

  private static final String PATH = "inventory/source-items";

  private final MagentoApi api;
  private final BatchSize size;
  private final Map<String, Fault> refused = new LinkedHashMap<>();

  private SourceWrites(MagentoApi api, BatchSize size) {
    this.api = api;
    this.size = size;
  }

  /**
   * Refused articles, by {@link OpenPieces#key}.
   *
   * @throws FaultException if a call failed that says nothing of its articles; what was written
   *     before is written again with the same figures
   */
  static Map<String, Fault> send(MagentoApi api, BatchSize size, List<Share> shares) {
    SourceWrites writes = new SourceWrites(api, size);
    List<Share> due = shares.stream().filter(share -> !share.changes().isEmpty()).toList();
    if (!due.isEmpty()) {
      writes.send(due);
    }
    return writes.refused;
  }

  private void send(List<Share> shares) {
    Reply reply = reply(shares);
    if (reply.ok()) {
      return;
    }
    Fault fault = api.fault(true, PATH, reply);
    if (!(fault instanceof Fault.Invalid)) {
      throw new FaultException(fault);
    }
    Map<String, Fault> blamed = blamed(reply.body(), shares);
    refused.putAll(blamed);
    if (shares.size() == 1) {
      refused.putIfAbsent(key(shares.getFirst()), new Fault.Invalid("sku", fault.message(), null));
    } else if (blamed.isEmpty()) {
      send(shares.subList(0, shares.size() / 2));
      send(shares.subList(shares.size() / 2, shares.size()));
    } else if (blamed.size() < shares.size()) {
      send(shares.stream().filter(share -> !blamed.containsKey(key(share))).toList());
    }
  }

  private Reply reply(List<Share> shares) {
    List<Reply> replies = new ArrayList<>();
    JsonNode body = body(shares);
    size.timed(shares.size(), () -> replies.add(api.write("POST", PATH, body)));
    return replies.getFirst();
  }

  private static JsonNode body(List<Share> shares) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    ArrayNode items = body.putArray("sourceItems");
    for (Share share : shares) {
      share
          .changes()
          .forEach(
              (source, item) ->
                  items
                      .addObject()
                      .put("sku", share.sku())
                      .put("source_code", source)
                      .put("quantity", item.quantity())
                      .put("status", item.on() ? 1 : 0));
    }
    return body;
  }

  /** The shop puts the article's number among the values of its message. */
  private static Map<String, Fault> blamed(JsonNode body, List<Share> shares) {
    Map<String, Fault> blamed = new LinkedHashMap<>();
    for (JsonNode error : body.path("errors")) {
      Fault fault = new Fault.Invalid("sku", ApiError.of(error).text(), null);
      for (JsonNode value : error.path("parameters")) {
        blamed.putIfAbsent(OpenPieces.key(value.asString("")), fault);
      }
    }
    blamed.keySet().retainAll(shares.stream().map(SourceWrites::key).toList());
    return blamed;
  }

  private static String key(Share share) {
    return OpenPieces.key(share.sku());
  }
}
