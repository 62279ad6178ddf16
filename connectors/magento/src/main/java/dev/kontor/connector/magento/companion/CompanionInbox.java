package dev.kontor.connector.magento.companion;

import dev.kontor.kit.Signature;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Notice;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import dev.kontor.spi.Settings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The shop's door for its companion module, which signs time and body of each request and carries
 * nothing but ids. A request that comes again has the same keys; one that is older than the module
 * would send it is somebody else's.
 */
public final class CompanionInbox implements Inbox {

  static final String PATH = "/companion";

  static final String TIME = "kontor-timestamp";
  static final String SIGNATURE = "kontor-signature";

  /** What is sent again is signed again, so only clocks that differ make a request old. */
  private static final Duration OLDEST = Duration.ofMinutes(10);

  private static final String ID = "[1-9][0-9]{0,18}";
  private static final String EVENT = "[0-9a-f]{32}";

  private final String secret;
  private final List<String> storeIds;
  private final InstantSource clock;

  /**
   * @param secret that the module has, too
   * @param storeIds of the store views whose orders are read; empty means all
   */
  CompanionInbox(String secret, List<String> storeIds, InstantSource clock) {
    this.secret = secret;
    this.storeIds = List.copyOf(storeIds);
    this.clock = clock;
  }

  /**
   * The door of a shop that has the module.
   *
   * @param storeIds as the settings name them
   * @return empty if no secret is set, by which a sender could be proven
   */
  public static Optional<Inbox> of(Settings settings, List<String> storeIds, InstantSource clock) {
    String secret = settings.node("companion").path("secret").asString("");
    return secret.isBlank()
        ? Optional.empty()
        : Optional.of(new CompanionInbox(secret, storeIds, clock));
  }

  @Override
  public Received receive(RawRequest request) {
    if (!request.path().equals(PATH)) {
      return Received.rejected(404, "the companion's door is " + PATH);
    }
    if (!request.method().equals("POST")) {
      return Received.rejected(405, "the companion posts, this was a " + request.method());
    }
    String problem = forgery(request);
    if (problem != null) {
      return Received.rejected(401, problem);
    }
    JsonNode events = events(request.body());
    return events == null
        ? Received.rejected(400, "the body names no events")
        : new Received(Received.Reply.of(200), notices(events), null);
  }

  /** Why the request is not believed, null if its signature proves it. */
  private @Nullable String forgery(RawRequest request) {
    String time = request.header(TIME).orElse("");
    if (!time.matches("[0-9]{1,12}")) {
      return "the request bears no time";
    }
    if (!Signature.proves(
        request.header(SIGNATURE).orElse(""), secret, signed(time, request.body()))) {
      return "the signature does not fit time and body; enter the same secret here and in the shop";
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(time));
    return Duration.between(sent, clock.instant()).abs().compareTo(OLDEST) > 0
        ? "the request was signed more than "
            + OLDEST.toMinutes()
            + " minutes ago; it was sent again by somebody, or the clocks of shop and hub differ"
        : null;
  }

  /** Time, a full stop, and the body as it is. */
  static byte[] signed(String time, byte[] body) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes((time + ".").getBytes(StandardCharsets.US_ASCII));
    signed.writeBytes(body);
    return signed.toByteArray();
  }

  private static @Nullable JsonNode events(byte[] body) {
    try {
      JsonNode events = ModelJson.parse(body).path("events");
      return events.isArray() ? events : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private List<Notice> notices(JsonNode events) {
    List<Notice> notices = new ArrayList<>();
    for (JsonNode event : events) {
      String id = event.path("entityId").asString("");
      String key = event.path("id").asString("");
      EntityType type = type(event.path("type").asString(""));
      if (type != null && id.matches(ID) && key.matches(EVENT) && isRead(type, event)) {
        notices.add(new Notice(type, id, "saved", key));
      }
    }
    return notices;
  }

  /** Null for what a later module may tell besides. */
  private static @Nullable EntityType type(String name) {
    return switch (name) {
      case "order" -> EntityType.ORDER;
      case "customer" -> EntityType.CUSTOMER;
      default -> null;
    };
  }

  /** Orders of other store views are another connection's. */
  private boolean isRead(EntityType type, JsonNode event) {
    return type != EntityType.ORDER
        || storeIds.isEmpty()
        || storeIds.contains(event.path("storeId").asString(""));
  }
}
