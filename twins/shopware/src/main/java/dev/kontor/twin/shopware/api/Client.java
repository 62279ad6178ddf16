package dev.kontor.twin.shopware.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may sign in: an integration or an app.
 *
 * @param accessKey "SWIA" and 22 letters or digits
 * @param privileges such as order:read; null means all
 */
public record Client(String accessKey, String secret, @Nullable Set<String> privileges) {
  /** May do everything. */
  public static Client admin(String accessKey, String secret) {
    return new Client(accessKey, secret, null);
  }

  boolean may(String privilege) {
    return privileges == null || privileges.contains(privilege);
  }

  @Override
  public String toString() {
    return "Client[" + accessKey + "]";
  }
}
