package dev.kontor.connector.amqp;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one broker; their meaning stands in {@code settings.schema.json}.
 *
 * @param user who signs in, null if nobody does
 * @param password null without user
 */
record BrokerSettings(
    String connection,
    URI url,
    @Nullable String user,
    @Nullable String password,
    List<BrokerQueue> queues) {

  private static final String ENCRYPTED = "amqps";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int PORT = 5672;
  private static final int ENCRYPTED_PORT = 5671;

  /**
   * @throws FaultException {@link Fault.Misconfigured} naming the setting
   */
  static BrokerSettings of(Settings settings) {
    URI url = address(settings);
    @Nullable String user = settings.optional("user").orElse(null);
    return new BrokerSettings(
        settings.connection(),
        url,
        user,
        user == null ? null : settings.text("password"),
        queues(settings));
  }

  boolean encrypted() {
    return ENCRYPTED.equals(url.getScheme());
  }

  /** Whether password and messages can be read on their way. */
  boolean isReadByOthers() {
    return !encrypted() && !THIS_MACHINE.contains(url.getHost());
  }

  int port() {
    return url.getPort() >= 0 ? url.getPort() : encrypted() ? ENCRYPTED_PORT : PORT;
  }

  private static URI address(Settings settings) {
    try {
      URI url = new URI(settings.text("url"));
      boolean clear = "amqp".equals(url.getScheme());
      if (url.getHost() == null || !(clear || ENCRYPTED.equals(url.getScheme()))) {
        throw wrong(
            settings, "url", "needs amqps and a host; write it like amqps://broker.example");
      }
      if (url.getUserInfo() != null || !url.getPath().replace("/", "").isEmpty()) {
        throw wrong(
            settings,
            "url",
            "holds more than host and port; write user and password into their own settings");
      }
      if (clear && !THIS_MACHINE.contains(url.getHost()) && !settings.flag("unencrypted", false)) {
        throw wrong(
            settings,
            "url",
            "would send the password in the clear through a network; write amqps://, or set"
                + " unencrypted: true if nobody else can read there");
      }
      return url;
    } catch (URISyntaxException e) {
      throw wrong(settings, "url", "is no address; write it like amqps://broker.example");
    }
  }

  private static List<BrokerQueue> queues(Settings settings) {
    List<BrokerQueue> queues = new ArrayList<>();
    settings.node("queues").forEach(queue -> queues.add(BrokerQueue.of(settings, queue)));
    if (queues.isEmpty()) {
      throw wrong(settings, "queues", "names none; add those whose messages are to be taken");
    }
    return List.copyOf(queues);
  }

  static FaultException wrong(Settings settings, String name, String problem) {
    return new FaultException(new Fault.Misconfigured(settings.connection() + "." + name, problem));
  }

  @Override
  public String toString() {
    return "BrokerSettings[" + connection + "]";
  }
}
