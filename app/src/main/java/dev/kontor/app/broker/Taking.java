package dev.kontor.app.broker;

import dev.kontor.app.observe.Telemetry;
import dev.kontor.engine.capture.Door;
import dev.kontor.spi.Listener.Content;
import dev.kontor.spi.Listener.Delivery;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives messages of one session to the door and says of each what became of it: never before it is
 * durable, and many at a time, so that those that come together share a commit and a poll.
 */
final class Taking {

  private static final Logger LOG = LoggerFactory.getLogger(Taking.class);

  /** As many as wait for one poll to be brought forward, which is done every few seconds. */
  private static final int MESSAGES = 1_000;

  private static final int BYTES = 4 * Door.LARGEST;
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final String broker;
  private final Door door;
  private final Telemetry telemetry;
  private final Semaphore places = new Semaphore(MESSAGES);
  private final Semaphore room = new Semaphore(BYTES);
  private volatile boolean able = true;

  Taking(String broker, Door door, Telemetry telemetry) {
    this.broker = broker;
    this.door = door;
    this.telemetry = telemetry;
  }

  /** Whether the hub stored all that it was given. */
  boolean isAble() {
    return able;
  }

  /** Waits for a place first; what became of the message is said later. */
  void take(Delivery delivery) throws InterruptedException {
    int bytes =
        delivery.content() instanceof Content.Pushed(RawRequest request)
            ? Math.min(request.body().length, Door.LARGEST)
            : 0;
    places.acquire();
    room.acquire(bytes);
    var _ =
        given(delivery.connection(), delivery.content())
            .whenComplete(
                (refusal, failure) -> {
                  try {
                    if (failure == null) {
                      settle(delivery, refusal);
                    } else {
                      giveBack(delivery, failure);
                    }
                  } finally {
                    room.release(bytes);
                    places.release();
                  }
                });
  }

  /** Why it is refused, empty if it is not; once that is durable. */
  private CompletableFuture<Optional<String>> given(String connection, Content content) {
    try {
      return switch (content) {
        case Content.Changed(var types) ->
            door.changed(connection, types).thenApply(done -> Optional.empty());
        case Content.Unreadable(String reason) -> refusal(door.refuse(connection, 400, reason));
        case Content.Pushed(RawRequest request) when request.body().length > Door.LARGEST ->
            refusal(door.refuse(connection, 413, "it is larger than " + Door.LARGEST + " bytes"));
        case Content.Pushed(RawRequest request) -> refusal(door.take(connection, request));
      };
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static CompletableFuture<Optional<String>> refusal(CompletableFuture<Received> stored) {
    return stored.thenApply(received -> Optional.ofNullable(received.rejection()));
  }

  private void settle(Delivery delivery, Optional<String> refusal) {
    refusal.ifPresentOrElse(delivery::reject, delivery::accept);
    telemetry.message(broker, refusal.isPresent() ? "rejected" : "accepted");
  }

  private void giveBack(Delivery delivery, Throwable why) {
    delivery.release();
    telemetry.message(broker, "released");
    if (able) {
      able = false;
      LOG.warn("messages of {} could not be stored and come again", broker, why);
    }
  }

  /** Waits for what is on its way, but not for long: what is not settled comes again. */
  void awaitAll() {
    try {
      if (places.tryAcquire(MESSAGES, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        places.release(MESSAGES);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
