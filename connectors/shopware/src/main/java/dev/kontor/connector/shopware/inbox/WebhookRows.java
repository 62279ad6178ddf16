package dev.kontor.connector.shopware.inbox;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.SyncBatch;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Subscriptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
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
    SyncBatch sync = new SyncBatch();
    if (settings.signed()) {
      revive(sync);
    } else {
      Events.WANTED.forEach(event -> sync.upsert(0, "webhook", row(event, door)));
    }
    sync.sendAll(api);
    return list();
  }

  @Override
  public List<Subscription> list() {
    List<Subscription> subscriptions = new ArrayList<>();
    for (JsonNode row : mine()) {
      subscriptions.add(
          new Subscription(
              ShopRow.id(row),
              ShopRow.text(row, "eventName"),
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

  private void revive(SyncBatch sync) {
    for (JsonNode row : mine()) {
      if (!row.path("active").asBoolean(false)) {
        sync.upsert(0, "webhook", ShopRow.of(ShopRow.id(row)).put("active", true));
      }
    }
  }

  /** The id follows from the name, so ensuring twice changes nothing. */
  private ObjectNode row(Events.Event event, URI door) {
    return ShopRow.of(Ids.of(prefix() + event.name()))
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
}
