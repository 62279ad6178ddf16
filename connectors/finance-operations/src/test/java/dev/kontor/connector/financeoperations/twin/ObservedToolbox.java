package dev.kontor.connector.financeoperations.twin;

import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A toolbox whose calls are remembered, and in whose pauses something happens. */
final class ObservedToolbox implements Toolbox {

  private final Toolbox inner;
  final List<HttpRequest> calls = new ArrayList<>();
  Runnable meanwhile = () -> {};

  ObservedToolbox(Toolbox inner) {
    this.inner = inner;
  }

  @Override
  public Http http() {
    Http http = inner.http();
    return new Http() {
      @Override
      public HttpResponse<byte[]> read(HttpRequest request) {
        calls.add(request);
        return http.read(request);
      }

      @Override
      public HttpResponse<byte[]> write(HttpRequest request) {
        calls.add(request);
        return http.write(request);
      }
    };
  }

  @Override
  public InstantSource clock() {
    return inner.clock();
  }

  @Override
  public void pause(Duration time) {
    meanwhile.run();
  }

  long called(String path) {
    return calls.stream().filter(call -> call.uri().getPath().endsWith(path)).count();
  }
}
