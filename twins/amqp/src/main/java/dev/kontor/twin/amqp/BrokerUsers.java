package dev.kontor.twin.amqp;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager2;
import org.jspecify.annotations.Nullable;

/** Who may sign in at the broker, and how often somebody could not. */
final class BrokerUsers implements ActiveMQSecurityManager2 {

  private final Map<String, String> passwords = new ConcurrentHashMap<>();
  private final Set<String> closed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refused = new AtomicInteger();

  void put(String user, String password) {
    passwords.put(user, password);
  }

  /** Nobody receives from that queue. */
  void close(String queue) {
    closed.add(queue);
  }

  int refused() {
    return refused.get();
  }

  @Override
  public boolean validateUser(@Nullable String user, @Nullable String password) {
    boolean known = user != null && password != null && password.equals(passwords.get(user));
    if (!known) {
      refused.incrementAndGet();
    }
    return known;
  }

  /** Nobody signs in by a certificate. */
  @Override
  public boolean validateUser(
      @Nullable String user, @Nullable String password, X509Certificate[] certificates) {
    return validateUser(user, password);
  }

  @Override
  public boolean validateUserAndRole(
      @Nullable String user, @Nullable String password, Set<Role> roles, CheckType checkType) {
    return validateUser(user, password);
  }

  @Override
  public boolean validateUserAndRole(
      @Nullable String user,
      @Nullable String password,
      Set<Role> roles,
      CheckType checkType,
      String address,
      RemotingConnection connection) {
    return validateUser(user, password)
        && !(checkType == CheckType.CONSUME && closed.contains(address));
  }
}
