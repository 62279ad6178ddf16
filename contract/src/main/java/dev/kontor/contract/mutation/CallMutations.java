package dev.kontor.contract.mutation;

import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** What could go wrong on the way of a call. */
final class CallMutations {

  private CallMutations() {}

  private static Tampering requests(UnaryOperator<HttpRequest> change) {
    return Tampering.ofHttp(http -> new ChangedHttp(http, change));
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
    return Tampering.ofHttp(PersistentHttp::new);
  }
}
