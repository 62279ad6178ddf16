package dev.kontor.contract.mutation;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Http;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Tries each write twice. */
record PersistentHttp(Http inner) implements Http {
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
