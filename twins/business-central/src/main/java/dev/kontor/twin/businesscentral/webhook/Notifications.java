package dev.kontor.twin.businesscentral.webhook;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Delivery;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.Webhooks;
import dev.kontor.twin.kit.odata.Change;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collects committed changes and posts them per notification URL after the delay, with the retry
 * schedule and the deletions of behaviours.md §7.
 */
public final class Notifications implements AutoCloseable {
  private static final Map<String, String> HEADER_OF_LINE =
      Map.of(
          "salesOrderLines", "salesOrders",
          "salesInvoiceLines", "salesInvoices",
          "salesCreditMemoLines", "salesCreditMemos");
  private static final int MOST_ATTEMPTS = 5;
  private static final long[] RETRY_SECONDS = {60, 60, 600, 6_000, 60_000};

  /** What waits for one URL: subscription → changed id → kind. */
  private static final class Pending {
    final Map<String, Map<String, Item>> items = new LinkedHashMap<>();
    int attempts;
  }

  private record Item(String id, Change.Kind kind, Instant at) {}

  /**
   * When what waits for one subscription becomes one item about the whole collection.
   *
   * @param above how many may wait
   * @param stamped whether a page shows {@code lastModifiedDateTime}, to filter by
   */
  public record Collapse(int above, Predicate<String> stamped) {}

  private final Subscriptions subscriptions;
  private final Webhooks webhooks;
  private final Duration delay;
  private final Collapse collapse;
  private final InstantSource clock;
  private final Map<String, Pending> pending = new LinkedHashMap<>();
  private volatile boolean closed;

  public Notifications(
      Subscriptions subscriptions,
      Webhooks webhooks,
      Duration delay,
      Collapse collapse,
      InstantSource clock) {
    this.subscriptions = subscriptions;
    this.webhooks = webhooks;
    this.delay = delay;
    this.collapse = collapse;
    this.clock = clock;
  }

  /** Takes note of a commit. */
  public void committed(List<Change> changes) {
    for (Change change : changes) {
      if (!HEADER_OF_LINE.containsKey(change.set()) && !change.set().startsWith("_")) {
        subscriptions.to(change.scope(), change.set()).forEach(s -> note(s, change));
      }
    }
  }

  private synchronized void note(ObjectNode subscription, Change change) {
    String url = Records.text(subscription, "notificationUrl");
    boolean first = !pending.containsKey(url);
    pending
        .computeIfAbsent(url, u -> new Pending())
        .items
        .computeIfAbsent(Records.text(subscription, "id"), s -> new LinkedHashMap<>())
        .merge(
            change.id(),
            new Item(change.id(), change.kind(), clock.instant()),
            Notifications::both);
    if (first) {
      later(url, delay);
    }
  }

  // A row created and then changed in the window is still a created one.
  private static Item both(Item old, Item next) {
    boolean stays = old.kind() == Change.Kind.CREATED && next.kind() == Change.Kind.UPDATED;
    return new Item(next.id(), stays ? old.kind() : next.kind(), old.at());
  }

  /** Sends everything that waits, without the delay; retries too. */
  public void sendNow() {
    List<String> urls;
    synchronized (this) {
      urls = List.copyOf(pending.keySet());
    }
    urls.forEach(this::send);
  }

  private void send(String url) {
    Pending batch;
    synchronized (this) {
      batch = pending.remove(url);
    }
    if (batch == null) {
      return;
    }
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    batch.items.forEach(
        (id, items) -> subscriptions.find(id).ifPresent(s -> describe(s, items, value)));
    if (!value.isEmpty()) {
      Map<String, String> headers =
          Map.of(
              "Content-Type", "application/json",
              "clientRequestId", Ids.guid(),
              "x-ms-correlation-id", Ids.guid());
      webhooks.send(URI.create(url), headers, Json.bytes(body), d -> sent(url, batch, d));
    }
  }

  private void describe(ObjectNode subscription, Map<String, Item> items, ArrayNode value) {
    String resource = Records.text(subscription, "resource").replaceFirst("^/", "");
    if (items.size() > collapse.above()) {
      Instant first = items.values().iterator().next().at().minusMillis(50);
      boolean stamped = collapse.stamped().test(resource.substring(resource.lastIndexOf('/') + 1));
      String filter = stamped ? "?$filter=lastModifiedDateTime%20gt%20" + first : "";
      entry(subscription, resource + filter, "collection", first, value);
      return;
    }
    items
        .values()
        .forEach(
            item ->
                entry(
                    subscription,
                    resource + "(" + item.id() + ")",
                    item.kind().name().toLowerCase(java.util.Locale.ROOT),
                    item.at(),
                    value));
  }

  private static void entry(
      ObjectNode subscription, String resource, String changeType, Instant at, ArrayNode value) {
    ObjectNode entry = value.addObject();
    entry.set("subscriptionId", subscription.path("subscriptionId"));
    entry.set("clientState", subscription.path("clientState"));
    entry.set("expirationDateTime", subscription.path("expirationDateTime"));
    entry
        .put("resource", resource)
        .put("changeType", changeType)
        .put("lastModifiedDateTime", at.toString());
  }

  private void sent(String url, Pending batch, Delivery delivery) {
    if (delivery.success()) {
      return;
    }
    int status = delivery.status();
    boolean retried = status == 0 || status == 408 || status == 429 || status >= 500;
    batch.attempts++;
    if (!retried || batch.attempts > MOST_ATTEMPTS) {
      new ArrayList<>(batch.items.keySet()).forEach(subscriptions::drop);
      return;
    }
    long wait = RETRY_SECONDS[batch.attempts - 1];
    synchronized (this) {
      Pending newer = pending.put(url, batch);
      if (newer != null) {
        newer.items.forEach(
            (id, items) ->
                items.forEach(
                    (key, item) ->
                        batch
                            .items
                            .computeIfAbsent(id, i -> new LinkedHashMap<>())
                            .merge(key, item, Notifications::both)));
      }
    }
    later(url, Duration.ofSeconds(wait));
  }

  private void later(String url, Duration wait) {
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              if (!closed) {
                send(url);
              }
            });
  }

  @Override
  public void close() {
    closed = true;
  }
}
