package dev.kontor.engine.budget;

import dev.kontor.engine.http.SignInRefusedException;
import dev.kontor.engine.http.Toll;
import dev.kontor.engine.http.Transport;
import dev.kontor.engine.observe.CallResult;
import dev.kontor.engine.observe.Watch;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Http;
import dev.kontor.spi.WindowsUser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * A connection's way to the network: through its gate, with a deadline and, for writes, the lease
 * check as the body leaves. Nothing of a request or answer is logged here.
 */
public final class GatedHttp implements Http {

  /** How a call leaves. */
  @FunctionalInterface
  private interface Way {
    HttpResponse<byte[]> send(HttpRequest request, Toll toll) throws IOException;
  }

  private static final int ERROR_OF_TARGET = 500;

  private final Transport transport;
  private final Way way;
  private final String connection;
  private final Duration longestCall;
  private final Gate gate;
  private final Breaker breaker;
  private final Watch watch;
  private final LongAdder calls;

  /**
   * @param breaker told of every answer that is no error of the target
   */
  public GatedHttp(
      Transport transport,
      String connection,
      Duration longestCall,
      Gate gate,
      Breaker breaker,
      Watch watch) {
    this.transport = transport;
    this.way = (request, toll) -> transport.send(request);
    this.connection = connection;
    this.longestCall = longestCall;
    this.gate = gate;
    this.breaker = breaker;
    this.watch = watch;
    this.calls = new LongAdder();
  }

  private GatedHttp(GatedHttp same, WindowsUser user) {
    this.transport = same.transport;
    this.way = transport.signedInBy(user)::send;
    this.connection = same.connection;
    this.longestCall = same.longestCall;
    this.gate = same.gate;
    this.breaker = same.breaker;
    this.watch = same.watch;
    this.calls = same.calls;
  }

  /** The same way through the same gate, over connections that the user signs in. */
  public Http signedInBy(WindowsUser user) {
    return new GatedHttp(this, user);
  }

  /** Requests made since start, for the API budget shown to people. */
  public long calls() {
    return calls.sum();
  }

  public Gate gate() {
    return gate;
  }

  public Breaker breaker() {
    return breaker;
  }

  @Override
  public HttpResponse<byte[]> read(HttpRequest request) {
    return call(request, () -> true, false);
  }

  @Override
  public HttpResponse<byte[]> write(HttpRequest request) {
    return call(request, SendPermit.CURRENT.orElse(() -> true), true);
  }

  private HttpResponse<byte[]> call(HttpRequest request, SendPermit permit, boolean write) {
    try (Gate.Passage passage = gate.enter(CallClass.current(), longestCall)) {
      Turn.giveUp();
      return call(request, permit, write, passage);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(new Fault.Unavailable(connection + ": interrupted while waiting"));
    }
  }

  private HttpResponse<byte[]> call(
      HttpRequest request, SendPermit lane, boolean write, Gate.Passage passage) {
    SendPermit permit = () -> lane.isValid() && passage.isValid();
    Departure departure = new Departure(request, permit);
    try (Watch.Call watched = watch.call(connection, write)) {
      // A request without body passes no later check.
      if (!permit.isValid()) {
        throw new FaultException(new Fault.Unavailable(connection + ": lease lost before sending"));
      }
      calls.increment();
      HttpResponse<byte[]> answer =
          way.send(timed(request, departure), () -> again(permit, passage));
      passage.answered(request.method(), answer.statusCode(), RetryAfter.of(answer.headers()));
      if (answer.statusCode() < ERROR_OF_TARGET) {
        breaker.answered();
      }
      watched.ended(CallResult.of(answer.statusCode()));
      return answer;
    } catch (SignInRefusedException e) {
      throw new FaultException(new Fault.SignInRefused(connection + ": " + e.getMessage()));
    } catch (IOException e) {
      throw new FaultException(diagnose(e, departure, write));
    }
  }

  /** What goes before was answered without being looked at. */
  private void again(SendPermit permit, Gate.Passage passage) throws LeaseLostException {
    if (!permit.isValid()) {
      throw new LeaseLostException();
    }
    passage.again(CallClass.current());
    calls.increment();
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
            || failure instanceof LeaseLostException
            || !departure.mayHaveLeft();
    return write && !unsent ? new Fault.OutcomeUnknown(what) : new Fault.Unavailable(what);
  }
}
