package dev.kontor.twin.financeoperations.events;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.kit.Delivery;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.Webhooks;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends events at least once and in no order: three repetitions, then they wait in the error log
 * for a person.
 */
public final class BusinessEvents implements AutoCloseable {
  private static final int MOST_ENDPOINTS = 10;
  private static final int REPETITIONS = 3;
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private final Erp erp;
  private final EventBody bodies;
  private final Webhooks webhooks;
  private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Delivering> failed = new ConcurrentLinkedQueue<>();

  public BusinessEvents(Erp erp, Dials dials) {
    this.erp = erp;
    this.bodies = new EventBody(erp);
    this.webhooks = new Webhooks(dials, Duration.ofSeconds(30));
  }

  /**
   * Activates events for an endpoint, which must take a test message first; throws
   * IllegalArgumentException.
   *
   * @param json {@code {url, company?, events: [id]}}
   */
  public void activate(JsonNode json) {
    String company = json.path("company").asString(erp.settings().defaultCompany());
    Set<String> events = new TreeSet<>();
    json.path("events").forEach(event -> events.add(event.asString()));
    for (String event : events) {
      if (endpoints.stream().filter(e -> e.wants(company, event)).count() >= MOST_ENDPOINTS) {
        throw new IllegalArgumentException("More than ten endpoints for " + event);
      }
    }
    Endpoint endpoint = new Endpoint(URI.create(text(json, "url")), company, events);
    Delivery test =
        webhooks.post(
            endpoint.url(), JSON, Json.bytes(bodies.of(Kind.TEST, company, Json.object())));
    if (!test.success()) {
      throw new IllegalArgumentException("The endpoint did not take the test message: " + test);
    }
    endpoints.add(endpoint);
  }

  /** Tells every endpoint that wants to know. */
  public void raise(Kind kind, String company, ObjectNode fields) {
    List<Endpoint> wanting = endpoints.stream().filter(e -> e.wants(company, kind.id())).toList();
    if (!wanting.isEmpty()) {
      ObjectNode body = bodies.of(kind, company, fields);
      wanting.forEach(endpoint -> deliver(new Delivering(endpoint.url(), body, 0)));
    }
  }

  private void deliver(Delivering event) {
    webhooks.send(event.url(), JSON, Json.bytes(event.body()), came -> done(event, came));
  }

  private void done(Delivering event, Delivery came) {
    if (came.success()) {
      return;
    }
    if (event.repetitions() >= REPETITIONS) {
      failed.add(event);
      return;
    }
    Executor later =
        CompletableFuture.delayedExecutor(
            erp.settings().eventRetryMs(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
    later.execute(() -> deliver(event.again()));
  }

  /** A person sends what stands in the error log once more. */
  public void resend() {
    List<Delivering> all = new ArrayList<>();
    for (Delivering event = failed.poll(); event != null; event = failed.poll()) {
      all.add(event.anew());
    }
    all.forEach(this::deliver);
  }

  /** {@code {endpoints: [url], failed: [body]}}. */
  public ObjectNode told() {
    ObjectNode told = Json.object();
    ArrayNode urls = told.putArray("endpoints");
    endpoints.forEach(endpoint -> urls.add(endpoint.url().toString()));
    ArrayNode errors = told.putArray("failed");
    failed.forEach(event -> errors.add(event.body()));
    return told;
  }

  @Override
  public void close() {
    webhooks.close();
  }
}
