package dev.kontor.engine.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses alerts may be sent to: by TLS to public ones, to this machine, and to the
 * operator's own network if that is stated; never to where machines ask for their own credentials.
 */
public final class ReceiverAddress {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  /** First byte of the unique local addresses of IPv6, its last bit aside (RFC 4193). */
  private static final int UNIQUE_LOCAL = 0xfc;

  private static final int WITHOUT_LAST_BIT = 0xfe;

  private ReceiverAddress() {}

  /** Whether a name means this machine whatever a name server says. */
  public static boolean isThisMachine(String host) {
    return THIS_MACHINE.contains(host);
  }

  /** What is wrong with the text of an address, without the text, which may be secret. */
  static Optional<String> wrong(String text, boolean ownNetwork) {
    try {
      URI url = new URI(text);
      String host = url.getHost();
      if (host == null || url.getUserInfo() != null) {
        return Optional.of("is no address of a web server");
      }
      boolean clear = "http".equals(url.getScheme());
      if (!clear && !"https".equals(url.getScheme())) {
        return Optional.of("is no https address");
      }
      return clear && !ownNetwork && !isThisMachine(host)
          ? Optional.of("would send in clear through a network")
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.of("is no address of a web server");
    }
  }

  /**
   * Whether the machine with this address may be told, once a name was looked up.
   *
   * @param host as configured
   */
  public static boolean isAllowed(String host, InetAddress address, boolean ownNetwork) {
    if (isThisMachine(host)) {
      return address.isLoopbackAddress();
    }
    boolean never =
        address.isLinkLocalAddress() || address.isAnyLocalAddress() || address.isMulticastAddress();
    return !never && (ownNetwork || isPublic(address));
  }

  private static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = bytes.length > 4 && (bytes[0] & WITHOUT_LAST_BIT) == UNIQUE_LOCAL;
    boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    return !address.isLoopbackAddress()
        && !address.isSiteLocalAddress()
        && !uniqueLocal
        && !carrier;
  }
}
