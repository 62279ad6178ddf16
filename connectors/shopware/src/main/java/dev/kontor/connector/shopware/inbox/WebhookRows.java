package dev.kontor.connector.shopware.inbox;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Subscriptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Webhooks created through the API, for shops without the app. They are unsigned, and the shop
 * switches one off after ten failures without telling (shopware/contract.md §9).
 */
public final class WebhookRows implements Subscriptions {

  private final ShopwareApi api;
  private final ShopwareSettings settings;

  public WebhookRows(ShopwareApi api, ShopwareSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  /** Nothing to do where the app brings its own webhooks; switched-off ones are revived anyway. */
  @Override
  public List<Subscription> ensure(URI door) {
    ArrayNode operations = JsonNodeFactory.instance.arrayNode();
    ArrayNode payload =
        operations
            .addObject()
            .put("key", "webhooks")
            .put("action", "upsert")
            .put("entity", "webhook")
            .putArray("payload");
    if (settings.signed()) {
      revive(payload);
    } else {
      Events.WANTED.forEach(event -> row(payload.addObject(), event, door));
    }
    if (!payload.isEmpty()) {
      write("POST", "/api/_action/sync", operations);
    }
    return list();
  }

  @Override
  public List<Subscription> list() {
    List<Subscription> subscriptions = new ArrayList<>();
    for (JsonNode row : mine()) {
      subscriptions.add(
          new Subscription(
              row.path("id").asString(""),
              row.path("eventName").asString(""),
              null,
              row.path("active").asBoolean(false)));
    }
    return subscriptions;
  }

  @Override
  public void remove(String id) {
    if (Ids.isId(id)) {
      Reply reply = api.write("DELETE", "/api/webhook/" + id, null);
      if (!reply.ok() && reply.status() != 404) {
        throw new FaultException(api.fault(true, "/api/webhook/" + id, reply));
      }
    }
  }

  private void revive(ArrayNode payload) {
    for (JsonNode row : mine()) {
      if (!row.path("active").asBoolean(false)) {
        payload.addObject().put("id", row.path("id").asString()).put("active", true);
      }
    }
  }

  /** The id follows from the name, so ensuring twice changes nothing. */
  private void row(ObjectNode row, Events.Event event, URI door) {
    row.put("id", Ids.of(prefix() + event.name()))
        .put("name", prefix() + event.name())
        .put("eventName", event.name())
        .put("url", door.toString().replaceAll("/+$", "") + AppRegistration.WEBHOOK)
        .put("onlyLiveVersion", event.liveOnly())
        .put("active", true);
  }

  private String prefix() {
    return "kontor-" + settings.connection() + "-";
  }

  /** The app's, or those this connection created. */
  private List<JsonNode> mine() {
    Criteria criteria = new Criteria(Criteria.MAX_LIMIT).ascending("eventName");
    JsonNode rows =
        settings.signed()
            ? api.search("webhook", criteria.equalTo("app.name", settings.appName()))
            : api.search("webhook", criteria.prefix("name", prefix()));
    return rows.valueStream().toList();
  }

  private void write(String method, String path, JsonNode body) {
    Reply reply = api.write(method, path, body);
    if (!reply.ok()) {
      Fault fault = api.fault(true, path, reply);
      throw new FaultException(fault);
    }
  }
}
