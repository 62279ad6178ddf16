package dev.kontor.twin.shopware.hooks;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Commit;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells the webhook rows what happened in each commit. */
public final class Hooks {
  // Ten final failures switch a webhook off, silently (contract §9).
  private static final int FAILURES_TO_OFF = 10;

  private final Tables tables;
  private final Keys keys;
  private final Notices notices;
  private final Sender sender;
  private final String shopId;
  private final java.util.function.Supplier<String> shopUrl;
  private final Map<String, String> appSecrets = new ConcurrentHashMap<>();

  Hooks(
      Tables tables,
      Keys keys,
      Sender sender,
      String shopId,
      java.util.function.Supplier<String> shopUrl) {
    this.tables = tables;
    this.keys = keys;
    this.notices = new Notices(tables.schema());
    this.sender = sender;
    this.shopId = shopId;
    this.shopUrl = shopUrl;
  }

  /** Webhooks of this app are signed from now on. */
  void trust(String appId, String secret) {
    appSecrets.put(appId, secret);
  }

  void committed(Commit commit) {
    if (commit.changes().isEmpty() && commit.events().isEmpty()) {
      return;
    }
    List<ObjectNode> active = active();
    notices.written(commit).forEach((event, payload) -> tell(active, event, payload));
    commit.events().forEach(e -> tell(active, e.path("event").asString(), e.get("payload")));
  }

  private List<ObjectNode> active() {
    return tables.transact(
        () ->
            tables.all("webhook").stream().filter(w -> w.path("active").asBoolean(true)).toList());
  }

  private void tell(List<ObjectNode> webhooks, String event, JsonNode payload) {
    for (ObjectNode webhook : webhooks) {
      if (event.equals(Values.text(webhook, "eventName"))) {
        boolean onlyLive = webhook.path("onlyLiveVersion").asBoolean(false);
        JsonNode told = onlyLive ? Notices.live(payload) : payload;
        if (!told.isEmpty() && (!onlyLive || notices.live(event))) {
          deliver(webhook, event, told);
        }
      }
    }
  }

  private void deliver(ObjectNode webhook, String event, JsonNode payload) {
    String appId = Values.text(webhook, "appId");
    ObjectNode notice = Json.object();
    notice.putObject("data").put("event", event).set("payload", payload);
    ObjectNode source =
        notice.putObject("source").put("url", shopUrl.get()).put("eventId", keys.id());
    if (appId != null) {
      source.put("shopId", shopId).put("appVersion", "1.0.0");
    }
    String id = Values.required(webhook, "id");
    sender.send(
        URI.create(Values.required(webhook, "url")),
        notice,
        secret(appId),
        d -> count(id, d.success()));
  }

  private @Nullable String secret(@Nullable String appId) {
    return appId == null ? null : appSecrets.get(appId);
  }

  private void count(String webhookId, boolean success) {
    tables.transact(
        () -> {
          tables
              .find("webhook", webhookId)
              .ifPresent(w -> tables.updateSilently("webhook", webhookId, counted(w, success)));
          return webhookId;
        });
  }

  private static ObjectNode counted(ObjectNode webhook, boolean success) {
    int errors = success ? 0 : webhook.path("errorCount").asInt(0) + 1;
    return errors >= FAILURES_TO_OFF
        ? Json.object().put("errorCount", 0).put("active", false)
        : Json.object().put("errorCount", errors);
  }
}
