package dev.kontor.connector.shopware.inbox;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.SyncBatch;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.EntityType;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Subscriptions;
import java.net.URI;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Webhooks created through the API, for shops without the app. They are unsigned, and the shop
 * switches one off after ten failures without telling (shopware/contract.md §9).
 */
public final class WebhookRows implements Subscriptions {

  private final ShopwareApi api;
  private final ShopwareSettings settings;
  private final URI door;

  public WebhookRows(ShopwareApi api, ShopwareSettings settings, URI door) {
    this.api = api;
    this.settings = settings;
    this.door = door;
  }

  /** Where the app brings its own webhooks, only switched-off ones are revived. */
  @Override
  public Ensured ensure(Set<EntityType> types) {
    List<JsonNode> before = mine();
    List<ObjectNode> due = settings.signed() ? switchedOff(before) : missing(before);
    if (due.isEmpty()) {
      return new Ensured(subscriptions(before), false);
    }
    SyncBatch sync = new SyncBatch();
    due.forEach(row -> sync.upsert(0, "webhook", row));
    sync.sendAll(api);
    return new Ensured(list(), true);
  }

  private static List<ObjectNode> switchedOff(List<JsonNode> rows) {
    return rows.stream()
        .filter(row -> !isActive(row))
        .map(row -> ShopRow.of(ShopRow.id(row)).put("active", true))
        .toList();
  }

  private List<ObjectNode> missing(List<JsonNode> rows) {
    return Events.WANTED.stream()
        .map(this::row)
        .filter(wanted -> rows.stream().noneMatch(row -> isAsWanted(row, wanted)))
        .toList();
  }

  private static boolean isAsWanted(JsonNode row, ObjectNode wanted) {
    return ShopRow.id(row).equals(ShopRow.id(wanted))
        && isActive(row)
        && ShopRow.text(row, "url").equals(ShopRow.text(wanted, "url"));
  }

  private static boolean isActive(JsonNode row) {
    return row.path("active").asBoolean(false);
  }

  @Override
  public List<Subscription> list() {
    return subscriptions(mine());
  }

  private static List<Subscription> subscriptions(List<JsonNode> rows) {
    return rows.stream()
        .map(
            row ->
                new Subscription(
                    ShopRow.id(row), ShopRow.text(row, "eventName"), null, isActive(row)))
        .toList();
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

  /** The id follows from the name, so ensuring twice changes nothing. */
  private ObjectNode row(Events.Event event) {
    return ShopRow.of(Ids.of(prefix() + event.name()))
        .put("name", prefix() + event.name())
        .put("eventName", event.name())
        .put("url", door + AppRegistration.WEBHOOK)
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
