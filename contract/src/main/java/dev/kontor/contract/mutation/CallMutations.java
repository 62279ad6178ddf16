package dev.kontor.contract.mutation;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Http;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** What could go wrong on the way of a call. */
final class CallMutations {

  private CallMutations() {}

  private static Tampering requests(UnaryOperator<HttpRequest> change) {
    return Tampering.ofHttp(http -> new ChangedHttp(http, change));
  }

  /** Sends each request otherwise. */
  private record ChangedHttp(Http inner, UnaryOperator<HttpRequest> change) implements Http {
    @Override
    public HttpResponse<byte[]> read(HttpRequest request) {
      return inner.read(change.apply(request));
    }

    @Override
    public HttpResponse<byte[]> write(HttpRequest request) {
      return inner.write(change.apply(request));
    }
  }

  private static HttpRequest with(HttpRequest request, String header, String value) {
    return HttpRequest.newBuilder(
            request, (name, v) -> !name.toLowerCase(Locale.ROOT).equals(header))
        .header(header, value)
        .build();
  }

  /** A change is sent for whatever version is there. */
  static Tampering versionIgnored() {
    return requests(
        request ->
            request.headers().firstValue("if-match").isPresent()
                ? with(request, "if-match", "*")
                : request);
  }

  /** The first access token is used for ever. */
  static Tampering tokenKept() {
    AtomicReference<String> first = new AtomicReference<>("");
    return requests(
        request ->
            request
                .headers()
                .firstValue("authorization")
                .filter(given -> given.startsWith("Bearer"))
                .map(
                    given -> {
                      first.compareAndSet("", given);
                      return with(request, "authorization", first.get());
                    })
                .orElse(request));
  }

  /** A write without answer is sent again at once, without a look whether it is there. */
  static Tampering sentAgain() {
    return Tampering.ofHttp(Persistent::new);
  }

  /** Tries each write twice. */
  private record Persistent(Http inner) implements Http {
    @Override
    public HttpResponse<byte[]> read(HttpRequest request) {
      return inner.read(request);
    }

    @Override
    public HttpResponse<byte[]> write(HttpRequest request) {
      try {
        return inner.write(request);
      } catch (FaultException e) {
        if (e.fault() instanceof Fault.OutcomeUnknown) {
          return inner.write(request);
        }
        throw e;
      }
    }
  }
}
