package dev.kontor.connector.shopware.twin;

import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Counts what a connector reads and writes, sign-in left out. */
final class Meter implements Toolbox, Http {

  private final Toolbox toolbox;
  final AtomicLong reads = new AtomicLong();
  final AtomicLong writes = new AtomicLong();
  final AtomicLong bytesRead = new AtomicLong();
  private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

  Meter(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  /** Happens once, just before the next write leaves. */
  void beforeWrite(Runnable event) {
    meanwhile.set(event);
  }

  void reset() {
    reads.set(0);
    writes.set(0);
    bytesRead.set(0);
  }

  @Override
  public Http http() {
    return this;
  }

  @Override
  public InstantSource clock() {
    return toolbox.clock();
  }

  @Override
  public HttpResponse<byte[]> read(HttpRequest request) {
    HttpResponse<byte[]> response = toolbox.http().read(request);
    if (!request.uri().getPath().equals("/api/oauth/token")) {
      reads.incrementAndGet();
      bytesRead.addAndGet(response.body().length);
    }
    return response;
  }

  @Override
  public HttpResponse<byte[]> write(HttpRequest request) {
    writes.incrementAndGet();
    meanwhile.getAndSet(() -> {}).run();
    return toolbox.http().write(request);
  }
}
