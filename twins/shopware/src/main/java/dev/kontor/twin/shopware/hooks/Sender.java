package dev.kontor.twin.shopware.hooks;

import dev.kontor.twin.kit.Delivery;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.Webhooks;
import dev.kontor.twin.shopware.data.Values;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Delivers one notice with retries: same eventId, new timestamp (contract §9). */
final class Sender {
  private final Webhooks webhooks;
  private final InstantSource clock;
  private final String release;
  private final List<Duration> pauses;

  Sender(Webhooks webhooks, InstantSource clock, String release, List<Duration> pauses) {
    this.webhooks = webhooks;
    this.clock = clock;
    this.release = release;
    this.pauses = pauses;
  }

  /** Sends until an attempt succeeds or no retry is left; reports the last delivery. */
  void send(URI target, ObjectNode notice, @Nullable String secret, Consumer<Delivery> done) {
    attempt(target, notice, secret, 0, done);
  }

  private void attempt(
      URI target, ObjectNode notice, @Nullable String secret, int retry, Consumer<Delivery> done) {
    byte[] body = Json.bytes(notice.deepCopy().put("timestamp", clock.instant().getEpochSecond()));
    webhooks.send(
        target,
        headers(body, secret),
        body,
        delivery -> {
          if (delivery.success() || retry >= pauses.size()) {
            done.accept(delivery);
          } else {
            var _ =
                CompletableFuture.runAsync(
                    () -> attempt(target, notice, secret, retry + 1, done),
                    after(pauses.get(retry)));
          }
        });
  }

  private static Executor after(Duration pause) {
    return CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Map<String, String> headers(byte[] body, @Nullable String secret) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("sw-version", release);
    headers.put("sw-context-language", Values.SYSTEM_LANGUAGE);
    headers.put("sw-user-language", "de-DE");
    if (secret != null) {
      headers.put("shopware-shop-signature", Signature.of(body, secret));
    }
    return headers;
  }
}
