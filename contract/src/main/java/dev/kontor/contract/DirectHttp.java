package dev.kontor.contract;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Http;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls at once; a write that got no answer is unknown unless the connection was never made. */
final class DirectHttp implements Http, AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Duration deadline;

  DirectHttp(Duration deadline) {
    this.deadline = deadline;
  }

  @Override
  public HttpResponse<byte[]> read(HttpRequest request) {
    try {
      return send(request);
    } catch (IOException e) {
      throw unavailable(request, e);
    }
  }

  @Override
  public HttpResponse<byte[]> write(HttpRequest request) {
    try {
      return send(request);
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw unavailable(request, e);
    } catch (IOException e) {
      throw new FaultException(new Fault.OutcomeUnknown(told(request, e)));
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    HttpRequest limited =
        HttpRequest.newBuilder(request, (name, value) -> true).timeout(deadline).build();
    try {
      return client.send(limited, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static FaultException unavailable(HttpRequest request, IOException cause) {
    return new FaultException(new Fault.Unavailable(told(request, cause)));
  }

  private static String told(HttpRequest request, IOException cause) {
    return request.method()
        + " "
        + request.uri().getPath()
        + " got no answer ("
        + cause.getClass().getSimpleName()
        + ")";
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
