package dev.kontor.engine.config;

import dev.kontor.engine.config.AlertReceiver.Security;
import dev.kontor.engine.config.AlertReceiver.Way;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one receiver of alerts. */
final class ReceiverReader {

  private static final int SHORTEST_KEY = 16;
  private static final List<String> WAYS = List.of("email", "slack", "teams", "webhook");

  private final YamlDocument document;
  private final JsonNode schema;
  private final Secrets secrets;
  private final @Nullable ZoneId shared;
  private final List<Problem> problems;

  /**
   * @param schema of the whole configuration
   * @param connections whose zone a receiver shares if all have the same
   */
  ReceiverReader(
      YamlDocument document,
      JsonNode schema,
      Secrets secrets,
      Collection<ConnectionConfig> connections,
      List<Problem> problems) {
    this.document = document;
    this.schema = schema.at("/$defs/receiver");
    this.secrets = secrets;
    this.problems = problems;
    Set<ZoneId> zones =
        connections.stream().map(ConnectionConfig::zone).collect(Collectors.toSet());
    this.shared = zones.size() == 1 ? zones.iterator().next() : null;
  }

  /** Empty if it cannot be told; the problems say why. */
  Optional<AlertReceiver> read(String name, JsonNode stated) {
    String pointer = "/alerts/receivers/" + name;
    int before = problems.size();
    JsonNode receiver = secrets.resolve(stated, schema, pointer);
    List<String> ways = WAYS.stream().filter(stated::has).toList();
    if (ways.size() != 1) {
      problem(
          pointer, "must have exactly one of " + WAYS, "state how it is told, such as email: {…}");
    }
    ZoneId zone = zone(pointer, receiver);
    if (problems.size() > before) {
      return Optional.empty();
    }
    String way = ways.getFirst();
    boolean own = receiver.path("ownNetwork").asBoolean(false);
    return way(way, pointer + "/" + way, receiver.path(way), own)
        .map(
            how ->
                new AlertReceiver(
                    name,
                    how,
                    own,
                    zone,
                    Severity.of(receiver.path("severity").asString("warning")),
                    quiet(receiver.path("quiet"), zone),
                    receiver.path("urgentInQuiet").asBoolean(true)));
  }

  private Optional<Way> way(String way, String pointer, JsonNode node, boolean ownNetwork) {
    if (way.equals("email")) {
      return Optional.of(email(pointer, node, ownNetwork));
    }
    Optional<URI> url = url(pointer + "/url", node.path("url").asString(), ownNetwork);
    return switch (way) {
      case "slack" -> url.map(AlertReceiver.Slack::new);
      case "teams" -> url.map(AlertReceiver.Teams::new);
      default ->
          url.filter(u -> isKey(pointer + "/secret", node.path("secret").asString()))
              .map(u -> new AlertReceiver.Webhook(u, node.path("secret").asString()));
    };
  }

  private boolean isKey(String pointer, String secret) {
    boolean key = secret.length() >= SHORTEST_KEY && WebhookKey.of(secret).isPresent();
    if (!key) {
      problem(
          pointer,
          "is no key for signatures",
          "take at least " + SHORTEST_KEY + " characters; what follows whsec_ must be Base64");
    }
    return key;
  }

  private AlertReceiver.Email email(String pointer, JsonNode node, boolean ownNetwork) {
    String word = node.path("security").asString("starttls");
    Security security = Security.valueOf(word.toUpperCase(Locale.ROOT));
    String host = node.path("host").asString();
    if (security == Security.NONE && !ownNetwork && !ReceiverAddress.isThisMachine(host)) {
      problem(
          pointer + "/security",
          "would send in clear through a network",
          "use starttls or tls, or state ownNetwork: true at the receiver");
    }
    if (node.has("user") != node.has("password")) {
      problem(
          pointer + (node.has("user") ? "/password" : "/user"),
          "is missing",
          "state both user and password, or neither");
    }
    return new AlertReceiver.Email(
        host,
        node.path("port").asInt(security.port()),
        security,
        node.path("user").asString(""),
        node.path("password").asString(""),
        node.path("from").asString(),
        node.path("to").valueStream().map(JsonNode::asString).toList());
  }

  private Optional<URI> url(String pointer, String text, boolean ownNetwork) {
    Optional<String> wrong = ReceiverAddress.wrong(text, ownNetwork);
    wrong.ifPresent(
        why ->
            problem(
                pointer,
                why,
                "write an https address; where it lies in your own network, state ownNetwork: true"
                    + " at the receiver"));
    return wrong.isPresent() ? Optional.empty() : Optional.of(URI.create(text));
  }

  private ZoneId zone(String pointer, JsonNode receiver) {
    String own = receiver.path("zone").asString("");
    try {
      if (!own.isEmpty()) {
        return ZoneId.of(own);
      }
    } catch (DateTimeException e) {
      problem(pointer + "/zone", "names no time zone", "write one such as Europe/Berlin");
    }
    if (shared == null && own.isEmpty() && receiver.has("quiet")) {
      problem(
          pointer + "/zone",
          "is missing",
          "add the receiver's time zone, by which it is quiet, e.g. zone: Europe/Berlin");
    }
    return shared == null ? ZoneOffset.UTC : shared;
  }

  private static QuietHours quiet(JsonNode windows, ZoneId zone) {
    List<DailyWindow> parts =
        windows
            .valueStream()
            .map(w -> new DailyWindow(time(w.path("from")), time(w.path("to"))))
            .toList();
    return parts.isEmpty() ? QuietHours.NONE : new QuietHours(parts, zone);
  }

  private static LocalTime time(JsonNode text) {
    return LocalTime.parse(text.asString());
  }

  private void problem(String pointer, String problem, String remedy) {
    problems.add(document.problem(pointer, problem, remedy));
  }
}
