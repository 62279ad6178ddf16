package dev.kontor.connector.financeoperations.datapackage;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.DataActions;
import dev.kontor.kit.JsonHttp;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;

/**
 * The blob store that packages are put into. Its addresses are on another host and carry their own
 * right to write, so that they are secrets and no token goes there.
 */
final class PackageStore {

  private static final int TOO_MANY = 429;
  private static final int ERROR_OF_STORE = 500;

  private final StoreAddress addresses;
  private final JsonHttp http;
  private final InstantSource clock;

  PackageStore(FnoSettings settings, DataActions actions, Toolbox toolbox) {
    this.addresses = new StoreAddress(actions, settings.url().getScheme());
    this.http = new JsonHttp(toolbox.http());
    this.clock = toolbox.clock();
  }

  /**
   * Puts a package into the store; nothing of it is imported by that.
   *
   * @return where it lies, with the right to it: never to be told to anybody but the service
   * @throws FaultException why it does not lie there, never {@link Fault.OutcomeUnknown}
   */
  String put(String name, byte[] content) {
    URI address = addresses.of(name);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("x-ms-blob-type", "BlockBlob")
            .header("Content-Type", "application/zip")
            .PUT(BodyPublishers.ofByteArray(content))
            .build();
    JsonHttp.Reply reply = sent(request);
    if (!reply.ok()) {
      throw new FaultException(refused(reply));
    }
    return address.toString();
  }

  /** Whether it came is of no weight: the next try puts it there anew. */
  private JsonHttp.Reply sent(HttpRequest request) {
    try {
      return http.write(request);
    } catch (FaultException e) {
      throw e.fault() instanceof Fault.OutcomeUnknown
          ? new FaultException(
              new Fault.Unavailable(
                  "the store for data packages gave no answer; nothing was imported"))
          : e;
    }
  }

  private Fault refused(JsonHttp.Reply reply) {
    String told = "the store for data packages answered " + reply.status();
    if (reply.status() == TOO_MANY) {
      return new Fault.Throttled(reply.retryAfter(clock));
    }
    return reply.status() >= ERROR_OF_STORE
        ? new Fault.Unavailable(told + "; nothing was imported")
        : new Fault.Conflict(
            told
                + ": the right to write there is refused or has expired; nothing was imported, the"
                + " next try asks for another address");
  }
}
