package dev.kontor.connector.shopware.twin;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Counts what a connector reads and writes, sign-in left out. */
final class Meter implements Toolbox, Http {

  private final Toolbox toolbox;
  final AtomicLong reads = new AtomicLong();
  final AtomicLong writes = new AtomicLong();
  final AtomicLong bytesRead = new AtomicLong();
  private final AtomicInteger failing = new AtomicInteger(Integer.MAX_VALUE);
  private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

  Meter(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  /** Every read of that number, as 3, 6, 9, gets no answer. */
  void failEvery(int reads) {
    failing.set(reads);
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
    if (request.uri().getPath().equals("/api/oauth/token")) {
      return toolbox.http().read(request);
    }
    if (reads.incrementAndGet() % failing.get() == 0) {
      throw new FaultException(new Fault.Unavailable("no answer"));
    }
    HttpResponse<byte[]> response = toolbox.http().read(request);
    bytesRead.addAndGet(response.body().length);
    return response;
  }

  @Override
  public HttpResponse<byte[]> write(HttpRequest request) {
    writes.incrementAndGet();
    meanwhile.getAndSet(() -> {}).run();
    return toolbox.http().write(request);
  }
}
