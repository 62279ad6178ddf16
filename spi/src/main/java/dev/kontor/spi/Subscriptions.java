package dev.kontor.spi;

import dev.kontor.model.EntityType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers a connection's door with its system. Only what the hub itself made at this door is ever
 * changed or taken away. Every method may throw {@link FaultException}.
 */
public interface Subscriptions {

  /**
   * @param subject the resource or event subscribed to
   * @param expires null if it does not expire
   * @param active false if the system has switched it off
   */
  record Subscription(String id, String subject, @Nullable Instant expires, boolean active) {}

  /**
   * How the subscriptions stand now.
   *
   * @param fresh whether one was made just now: what changed before it was told to nobody
   */
  record Ensured(List<Subscription> subscriptions, boolean fresh) {
    public Ensured {
      subscriptions = List.copyOf(subscriptions);
    }
  }

  /**
   * Creates, repairs or renews what is needed and takes away what is needed no longer; idempotent.
   * The system may call the door before this returns.
   *
   * @param types what the hub wants to hear about
   */
  Ensured ensure(Set<EntityType> types);

  List<Subscription> list();

  void remove(String id);
}
