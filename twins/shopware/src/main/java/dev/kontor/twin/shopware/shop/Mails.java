package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Values;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts the mails that state transitions would have sent to customers. */
public final class Mails {
  private final List<ObjectNode> sent = new ArrayList<>();

  synchronized void send(ObjectNode order, String occasion, List<String> documentIds) {
    ObjectNode mail =
        Json.object()
            .put("orderId", Values.required(order, "id"))
            .put("orderNumber", Values.required(order, "orderNumber"))
            .put("occasion", occasion);
    documentIds.forEach(mail.putArray("documentIds")::add);
    sent.add(mail);
  }

  /** {@code {total, mails:[{orderId, orderNumber, occasion, documentIds}]}}. */
  public synchronized ObjectNode json() {
    ObjectNode json = Json.object().put("total", sent.size());
    ArrayNode list = json.putArray("mails");
    sent.forEach(list::add);
    return json;
  }
}
