package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.WindowsUser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the calls that leave, and the operations inside them: a batch holds many. */
final class CountedToolbox implements Toolbox {

  final AtomicInteger calls = new AtomicInteger();
  final AtomicInteger operations = new AtomicInteger();
  volatile Runnable beforeEach = () -> {};

  /** Happens once, between what a writer reads and what it writes. */
  volatile Runnable beforeWrite = () -> {};

  private final Toolbox toolbox;

  CountedToolbox(Toolbox toolbox) {
    this.toolbox = toolbox;
  }

  @Override
  public Http http() {
    return counted(toolbox.http());
  }

  @Override
  public InstantSource clock() {
    return toolbox.clock();
  }

  @Override
  public Http http(WindowsUser user) {
    return counted(toolbox.http(user));
  }

  private Http counted(Http http) {
    return new Http() {
      @Override
      public HttpResponse<byte[]> read(HttpRequest request) {
        count(request);
        return http.read(request);
      }

      @Override
      public HttpResponse<byte[]> write(HttpRequest request) {
        Runnable once = beforeWrite;
        beforeWrite = () -> {};
        once.run();
        count(request);
        return http.write(request);
      }
    };
  }

  private void count(HttpRequest request) {
    calls.incrementAndGet();
    beforeEach.run();
    boolean batch = request.uri().getPath().endsWith("$batch");
    operations.addAndGet(batch ? RequestBody.json(request).path("requests").size() : 1);
  }
}
