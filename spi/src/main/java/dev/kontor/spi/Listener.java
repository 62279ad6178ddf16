package dev.kontor.spi;

import dev.kontor.model.EntityType;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Takes messages from a broker that keeps each until the hub says what became of it. A message is a
 * push like one at a door, or a hint; a document is never in it alone, as a broker can be asked for
 * it only once.
 */
public interface Listener {

  /** Names of the hub's connections that messages can be about. */
  Set<String> connections();

  /**
   * Signs in at the broker, after which it begins to hand out messages. Several sessions, of
   * several processes too, share them.
   *
   * @throws FaultException {@link Fault.SignInRefused}, {@link Fault.Misconfigured} or {@link
   *     Fault.Unavailable}
   */
  Session open();

  /** A time of listening. One thread takes from it; any thread may settle what was taken. */
  interface Session extends AutoCloseable {

    /**
     * The next message.
     *
     * @param atMost how long to wait for it, more than zero
     * @return empty if none came
     * @throws FaultException as {@link Listener#open}, if the session is over; what is not settled
     *     is the broker's again
     */
    Optional<Delivery> next(Duration atMost);

    /** Ends listening; what is not settled is the broker's again. Never throws. */
    @Override
    void close();
  }

  /**
   * A message that the broker keeps until one of the three is said of it, and gives out again if
   * nothing is. Saying it never throws: where it does not reach the broker the message comes again,
   * and its key tells the hub that it was there before.
   */
  interface Delivery {

    /** The connection it is about, one of {@link Listener#connections}. */
    String connection();

    Content content();

    /** All that it asks for is durable in the hub; the broker forgets it. */
    void accept();

    /** The hub cannot take it now; the broker gives it out again. */
    void release();

    /**
     * The hub will never take it; the broker puts it aside where people find it, if it has a place
     * for that.
     *
     * @param reason for people, with nothing of what was sent
     */
    void reject(String reason);
  }

  /** What a message says. */
  sealed interface Content {

    /** Something for the door of the connection, as if it had been sent there. */
    record Pushed(RawRequest request) implements Content {}

    /** Documents of these types changed at the connection. */
    record Changed(Set<EntityType> types) implements Content {
      public Changed {
        types = Set.copyOf(types);
      }
    }

    /**
     * Nothing that could be handed on.
     *
     * @param reason for people, with nothing of what was sent
     */
    record Unreadable(String reason) implements Content {}
  }
}
