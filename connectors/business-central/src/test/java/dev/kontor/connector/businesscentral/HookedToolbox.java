package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;

/** Lets something happen once, between what a writer reads and what it writes. */
final class HookedToolbox implements Toolbox, Http {

  Runnable beforeWrite = () -> {};
  private final Toolbox toolbox;

  HookedToolbox(Toolbox toolbox) {
    this.toolbox = toolbox;
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
    return toolbox.http().read(request);
  }

  @Override
  public HttpResponse<byte[]> write(HttpRequest request) {
    Runnable once = beforeWrite;
    beforeWrite = () -> {};
    once.run();
    return toolbox.http().write(request);
  }
}
