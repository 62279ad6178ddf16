package dev.kontor.connector.businesscentral;

import dev.kontor.kit.Signature;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses Business Central announces changes at: one for each entity set, which nobody
 * without the connection's secret can guess. They follow from the settings, so nothing is stored.
 */
final class HintDoor {

  private static final String PATH = "/changes/";

  /** Longer than anybody tries out. */
  private static final int SHOWN = 40;

  /** How an address of any hub ends. */
  private static final Pattern ADDRESS =
      Pattern.compile("https?://(?<host>[^/]+)/(.*/)?changes/\\w+/[0-9a-f]{40}");

  private final String root;
  private final String secret;
  private final String company;

  private HintDoor(String root, String secret, String company) {
    this.root = root;
    this.secret = secret;
    this.company = company;
  }

  /** Where the hub's door can be reached, empty if it is not stated. */
  static Optional<HintDoor> of(Configuration configuration) {
    Settings settings = configuration.settings();
    return settings
        .optional("doorUrl")
        .map(url -> url.replaceAll("/+$", ""))
        .map(
            url -> {
              requireAddress(configuration, url);
              return new HintDoor(
                  url,
                  Credentials.of(settings).secret(settings),
                  configuration.service().api() + " " + configuration.company());
            });
  }

  private static void requireAddress(Configuration configuration, String url) {
    try {
      URI address = new URI(url);
      if (address.getHost() != null && address.getQuery() == null) {
        return;
      }
    } catch (URISyntaxException e) {
      // Told like an address without host.
    }
    throw new FaultException(
        configuration.wrong(
            "doorUrl",
            "is not the address of a door; write it like https://hub.example/"
                + configuration.settings().connection()));
  }

  /** Whether what is announced crosses a network in the clear. */
  boolean isReadByOthers() {
    return Service.isReadByOthers(URI.create(root));
  }

  String address(Watched watched) {
    return root + path(watched);
  }

  /** Sent back with each notification. */
  String clientState(Watched watched) {
    return derived("client state", watched);
  }

  /** What is announced at a path below the door, empty if nothing is. */
  Optional<Watched> at(String path) {
    return Arrays.stream(Watched.values())
        .filter(watched -> isSame(path(watched), path))
        .findFirst();
  }

  boolean proves(Watched watched, String clientState) {
    return isSame(clientState(watched), clientState);
  }

  /** Whether an address is at this door, whatever secret it was made with. */
  boolean isOwn(String address) {
    return address.startsWith(root + PATH);
  }

  /** The host of an address that is a hub's, but not at this door. */
  Optional<String> otherHub(String address) {
    Matcher hub = ADDRESS.matcher(address);
    return !isOwn(address) && hub.matches() ? Optional.of(hub.group("host")) : Optional.empty();
  }

  private String path(Watched watched) {
    return PATH + watched.entitySet() + "/" + derived("address", watched);
  }

  private String derived(String what, Watched watched) {
    String name = "kontor " + what + " " + root + " " + company + " " + watched.entitySet();
    return Signature.of(secret, name).substring(0, SHOWN);
  }

  /** In constant time. */
  private static boolean isSame(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
