package dev.kontor.proof.simulation;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Http;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a connector calls its system by: requests pass the hub's own gate and are then held up,
 * refused, cut off and answered late.
 */
final class Wire {

  private static final URI SOMEWHERE = URI.create("http://simulated/");

  private final Way way;
  private @Nullable Http http;

  Wire(Way way) {
    this.way = way;
  }

  void connect(Http engine) {
    http = engine;
  }

  /** A call that only reads. */
  <T> T read(String what, Supplier<T> answer) {
    AtomicReference<@Nullable T> result = new AtomicReference<>();
    Answer status =
        made(
            false,
            request -> status(way.weather().reading(), what, () -> result.set(answer.get())));
    return switch (status.status()) {
      case 200 -> Objects.requireNonNull(result.get());
      case 500 -> throw new IllegalStateException("the connector has a bug");
      default -> throw throttled(status);
    };
  }

  private Answer status(Weather.Reading luck, String what, Runnable answer) throws IOException {
    Traffic.Call call = way.begins("reading " + what);
    try {
      way.process().moment("before reading " + what);
      way.world().tally().count(luck.happening());
      if (luck != Weather.Reading.FINE) {
        way.trace("reading " + what + ": " + luck);
      }
      return switch (luck) {
        case FINE -> {
          answer.run();
          way.process().moment("after reading " + what);
          yield Answer.OK;
        }
        case THROTTLED -> new Answer(429, way.weather().rest());
        case AWAY -> throw new ConnectException("connection refused");
        case BUG -> new Answer(500, null);
      };
    } finally {
      way.traffic().ends(call);
    }
  }

  /** A call that writes. */
  List<Outcome> write(String what, List<Write> batch, Delivery.Target target) {
    AtomicReference<List<Outcome>> result = new AtomicReference<>(List.of());
    Answer status =
        made(
            true,
            request -> {
              hold(what);
              leaves(request, what);
              return sent(what, batch, target, result);
            });
    return switch (status.status()) {
      case 200 -> result.get();
      case 500 -> throw new IllegalStateException("the connector has a bug");
      default -> throw throttled(status);
    };
  }

  private void hold(String what) {
    way.process().moment("before writing " + what);
    Duration held = way.weather().held();
    if (held.isPositive()) {
      way.world().tally().count(Happening.CALL_HELD);
    }
    Instant until = way.world().now().plus(held);
    Tasks.pauseUntil(() -> way.weather().isCalm() || !way.world().now().isBefore(until));
    way.process().mustLive();
  }

  private void leaves(HttpRequest request, String what) throws IOException {
    try {
      Body.leaves(request);
    } catch (IOException e) {
      way.trace("may not write " + what);
      throw e;
    }
  }

  private Answer sent(
      String what, List<Write> batch, Delivery.Target target, AtomicReference<List<Outcome>> result)
      throws IOException {
    Traffic.Call call = way.begins("writing " + what);
    try {
      Weather.Writing luck = way.weather().writing(what, batch.size());
      way.world().tally().count(luck.happening());
      way.trace("writes " + batch.size() + " " + what + ": " + luck);
      Delivery delivery = new Delivery(way.world(), luck, batch, target);
      way.process().moment("while writing " + what);
      return answer(what, luck, delivery, result);
    } finally {
      way.traffic().ends(call);
    }
  }

  private Answer answer(
      String what, Weather.Writing luck, Delivery delivery, AtomicReference<List<Outcome>> result)
      throws IOException {
    return switch (luck) {
      case FINE, CUT, MIXED -> {
        result.set(delivery.now());
        way.process().moment("after writing " + what);
        if (delivery.isAwaited()) {
          yield Answer.OK;
        }
        throw noAnswer(what);
      }
      case THROTTLED -> new Answer(429, way.weather().rest());
      case AWAY -> throw new ConnectException("connection refused");
      case REQUEST_LOST, ANSWER_LOST, RESET, LATE, LATEST -> {
        delivery.now();
        throw noAnswer(what);
      }
      case BUG -> {
        delivery.now();
        yield new Answer(500, null);
      }
    };
  }

  private HttpTimeoutException noAnswer(String what) {
    way.process().moment("waiting for an answer to " + what);
    return new HttpTimeoutException("no answer");
  }

  /** Through the hub's gate, which may refuse or wait. */
  private Answer made(boolean write, Network.Exchange exchange) {
    Http engine = Objects.requireNonNull(http);
    HttpRequest.Builder request = HttpRequest.newBuilder(SOMEWHERE);
    AtomicReference<Answer> seen = new AtomicReference<>(Answer.OK);
    Network.Exchange watched =
        sent -> {
          Answer answer = exchange.take(sent);
          seen.set(answer);
          return answer;
        };
    ScopedValue.where(Network.EXCHANGE, watched)
        .run(
            () -> {
              if (write) {
                engine.write(request.POST(HttpRequest.BodyPublishers.ofString("batch")).build());
              } else {
                engine.read(request.build());
              }
            });
    return seen.get();
  }

  private static FaultException throttled(Answer answer) {
    @Nullable Duration rest = answer.retryAfter();
    return new FaultException(new Fault.Throttled(rest));
  }
}
