package dev.kontor.engine.budget;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Http;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A connection's way to the network: deadline, concurrency cap, request budget and, for writes, the
 * lease check as the body leaves. Nothing of a request or answer is logged here.
 */
public final class GatedHttp implements Http {

  private final HttpClient client;
  private final String connection;
  private final Duration longestCall;
  private final Semaphore slots;
  private final @Nullable Bucket budget;
  private final LongAdder calls = new LongAdder();

  /**
   * @param concurrent most calls in flight
   * @param perFiveMinutes most requests in five minutes; 0 for no limit
   */
  public GatedHttp(
      HttpClient client,
      String connection,
      Duration longestCall,
      int concurrent,
      long perFiveMinutes) {
    this.client = client;
    this.connection = connection;
    this.longestCall = longestCall;
    this.slots = new Semaphore(concurrent, true);
    this.budget = perFiveMinutes > 0 ? bucket(perFiveMinutes) : null;
  }

  private static Bucket bucket(long perFiveMinutes) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit.capacity(perFiveMinutes).refillGreedy(perFiveMinutes, Duration.ofMinutes(5)))
        .build();
  }

  /** Calls made since start, for the API budget shown to people. */
  public long calls() {
    return calls.sum();
  }

  @Override
  public HttpResponse<byte[]> read(HttpRequest request) {
    return call(request, () -> true, false);
  }

  @Override
  public HttpResponse<byte[]> write(HttpRequest request) {
    SendPermit permit = SendPermit.CURRENT.orElse(() -> true);
    return call(request, permit, true);
  }

  private HttpResponse<byte[]> call(HttpRequest request, SendPermit permit, boolean write) {
    spend();
    acquire();
    Departure departure = new Departure(request, permit);
    try {
      // A request without body passes no later check.
      if (!permit.isValid()) {
        throw new FaultException(new Fault.Unavailable(connection + ": lease lost before sending"));
      }
      calls.increment();
      return send(timed(request, departure));
    } catch (IOException e) {
      throw new FaultException(diagnose(e, departure, write));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(
          write && departure.mayHaveLeft()
              ? new Fault.OutcomeUnknown(connection + ": the call was interrupted")
              : new Fault.Unavailable(connection + ": the call was interrupted"));
    } finally {
      slots.release();
    }
  }

  /** The client's own timeout ends with the answer's headers; the deadline covers its body too. */
  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      return answer.get(longestCall.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no whole answer within " + longestCall);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest timed(HttpRequest request, Departure departure) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request, (name, value) -> true).timeout(longestCall);
    departure.guarded().ifPresent(body -> builder.method(request.method(), body));
    return builder.build();
  }

  private Fault diagnose(IOException failure, Departure departure, boolean write) {
    String what = connection + ": no answer (" + failure.getClass().getSimpleName() + ")";
    boolean unsent =
        failure instanceof ConnectException
            || failure instanceof HttpConnectTimeoutException
            || !departure.mayHaveLeft();
    return write && !unsent ? new Fault.OutcomeUnknown(what) : new Fault.Unavailable(what);
  }

  private void spend() {
    if (budget == null) {
      return;
    }
    ConsumptionProbe probe = budget.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new FaultException(
          new Fault.Throttled(Duration.ofNanos(probe.getNanosToWaitForRefill())));
    }
  }

  private void acquire() {
    try {
      if (!slots.tryAcquire(longestCall.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new FaultException(
            new Fault.Unavailable(connection + ": all allowed concurrent calls are busy"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(new Fault.Unavailable(connection + ": interrupted while waiting"));
    }
  }
}
