package dev.kontor.connector.financeoperations.event;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The address the environment posts business events to. An HTTPS endpoint signs nothing, so whoever
 * knows the address, which ends with a secret, is the sender.
 */
public final class EventDoor {

  private static final String PATH = "/events/";

  /** Longer than anybody tries out, of signs an address needs no escapes for. */
  private static final String SOUND = "[A-Za-z0-9_-]{32,200}";

  private final byte[] path;

  private EventDoor(String secret) {
    this.path = bytes(PATH + secret);
  }

  /**
   * Empty if events come to no door.
   *
   * @throws FaultException {@link Fault.Misconfigured} if the secret could be guessed
   */
  public static Optional<EventDoor> of(FnoSettings settings) {
    Optional<String> secret = settings.optional("eventSecret");
    if (secret.isPresent() && !secret.get().matches(SOUND)) {
      throw new FaultException(
          new Fault.Misconfigured(
              settings.connection() + ".eventSecret",
              "must be 32 to 200 letters, digits, - or _; make one with openssl rand -hex 20"));
    }
    return secret.map(EventDoor::new);
  }

  /** In constant time. */
  boolean isAt(String asked) {
    return MessageDigest.isEqual(path, bytes(asked));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
