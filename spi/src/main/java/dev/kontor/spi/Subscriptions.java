package dev.kontor.spi;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers the hub's doors with a system. Every method may throw {@link FaultException}. */
public interface Subscriptions {

  /**
   * @param subject the resource or event subscribed to
   * @param expires null if it does not expire
   * @param active false if the system has switched it off
   */
  record Subscription(String id, String subject, @Nullable Instant expires, boolean active) {}

  /** Creates, repairs or renews what is needed; idempotent. */
  List<Subscription> ensure(URI door);

  List<Subscription> list();

  void remove(String id);
}
