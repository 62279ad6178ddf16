package dev.kontor.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** User and password (RFC 7617) with every call; there is no other to try once they are refused. */
public final class BasicSignIn implements SignIn {

  private final String authorization;

  /**
   * @throws IllegalArgumentException if they cannot be sent: a colon in the user, or anything but
   *     printable ASCII, whose encoding services do not agree on
   */
  public BasicSignIn(String user, String password) {
    String pair = user + ":" + password;
    if (user.indexOf(':') >= 0 || !pair.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "user and password must be printable ASCII, the user without a colon");
    }
    authorization =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public Optional<String> authorization() {
    return Optional.of(authorization);
  }

  @Override
  public boolean refused(String refused) {
    return false;
  }

  @Override
  public String toString() {
    return "BasicSignIn";
  }
}
