package dev.kontor.twin.kit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends a twin's webhooks as the dials allow; retrying is the twin's own rule. */
public final class Webhooks implements AutoCloseable {
  private static final Duration LONGEST_HOLD = Duration.ofMillis(500);

  private final Dials dials;
  private final Duration timeout;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newBuilder().executor(threads).build();
  private final Queue<Runnable> held = new ArrayDeque<>();

  public Webhooks(Dials dials, Duration timeout) {
    this.dials = dials;
    this.timeout = timeout;
  }

  /**
   * Posts asynchronously and reports once. A lost notice reports 200: the sender believes it was
   * delivered. A reordered one leaves after the next, or after half a second without any.
   */
  public void send(
      URI target, Map<String, String> headers, byte[] body, Consumer<Delivery> result) {
    DialSettings settings = dials.settings();
    if (dials.happens(settings.webhookLoseProbability())) {
      result.accept(new Delivery(200, ""));
      return;
    }
    boolean twice = dials.happens(settings.webhookDuplicateProbability());
    Runnable delivery =
        () -> {
          Delivery first = post(target, headers, body);
          result.accept(twice ? post(target, headers, body) : first);
        };
    if (dials.happens(settings.webhookReorderProbability())) {
      hold(delivery);
    } else {
      threads.execute(
          () -> {
            delivery.run();
            release();
          });
    }
  }

  /** Posts and waits for the answer, outside the dials; for handshakes. */
  public Delivery post(URI target, Map<String, String> headers, byte[] body) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target).timeout(timeout).POST(BodyPublishers.ofByteArray(body));
      headers.forEach(request::header);
      var response = http.send(request.build(), BodyHandlers.ofString());
      return new Delivery(response.statusCode(), response.body());
    } catch (IOException | IllegalArgumentException e) {
      return new Delivery(0, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery(0, "interrupted");
    }
  }

  private void hold(Runnable delivery) {
    synchronized (held) {
      held.add(delivery);
    }
    threads.execute(
        () -> {
          try {
            TimeUnit.MILLISECONDS.sleep(LONGEST_HOLD.toMillis());
            release();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void release() {
    for (Runnable next = taken(); next != null; next = taken()) {
      next.run();
    }
  }

  private @org.jspecify.annotations.Nullable Runnable taken() {
    synchronized (held) {
      return held.poll();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.shutdownNow();
  }
}
