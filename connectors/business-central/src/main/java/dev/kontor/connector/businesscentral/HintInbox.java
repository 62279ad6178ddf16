package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Notice;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What Business Central announces is a hint to look; it never carries data. At a known address
 * whatever is not believed is answered 202 all the same: any other answer would end the
 * subscription (business-central/behaviours.md §7).
 */
final class HintInbox implements Inbox {

  private static final int ACCEPTED = 202;
  private static final int LONGEST_TOKEN = 2048;
  private static final String TOKEN = "validationToken=";

  /** An entity, its whole set, or the set from a time on. */
  private static final Pattern RESOURCE =
      Pattern.compile(
          "/?api/v2\\.0/companies\\([^)/]+\\)/(?<set>\\w+)(\\((?<id>[^)/]+)\\))?(\\?.*)?");

  private final HintDoor door;

  HintInbox(HintDoor door) {
    this.door = door;
  }

  @Override
  public Received receive(RawRequest request) {
    Optional<Watched> watched = door.at(request.path());
    if (watched.isEmpty()) {
      return Received.rejected(404, "no subscription of this connection has that address");
    }
    Optional<String> token = token(request.query());
    return token.isPresent() ? echoed(token.get()) : announced(watched.get(), request.body());
  }

  /** The handshake of a subscription that is made or renewed. */
  private static Received echoed(String token) {
    if (token.length() > LONGEST_TOKEN) {
      return Received.rejected(ACCEPTED, "the validation token is longer than any");
    }
    Map<String, String> headers =
        Map.of("Content-Type", "text/plain; charset=utf-8", "X-Content-Type-Options", "nosniff");
    return new Received(new Received.Reply(200, headers, token), List.of(), null);
  }

  private static Optional<String> token(String query) {
    for (String parameter : query.split("&")) {
      if (parameter.startsWith(TOKEN)) {
        return decoded(parameter.substring(TOKEN.length()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Received announced(Watched watched, byte[] body) {
    JsonNode items = items(body);
    if (!items.isArray()) {
      return Received.rejected(ACCEPTED, "a notification is not in Business Central's form");
    }
    List<Notice> notices = new ArrayList<>();
    for (JsonNode item : items) {
      if (!door.proves(watched, Json.text(item, "clientState", ""))) {
        return Received.rejected(
            ACCEPTED,
            "a notification about "
                + watched.entitySet()
                + " has another clientState than this connection gave; somebody else knows the"
                + " address, or the connection's secret was changed a moment ago");
      }
      Matcher resource = RESOURCE.matcher(Json.text(item, "resource", ""));
      if (!resource.matches() || !resource.group("set").equals(watched.entitySet())) {
        return Received.rejected(
            ACCEPTED,
            "a notification at the address for "
                + watched.entitySet()
                + " is about something else");
      }
      gone(watched, item, resource.group("id")).ifPresent(notices::add);
    }
    Set<EntityType> hints = items.isEmpty() ? Set.of() : watched.types();
    return new Received(Received.Reply.of(ACCEPTED), notices, hints, null);
  }

  private static JsonNode items(byte[] body) {
    try {
      return ModelJson.parse(body).path("value");
    } catch (JacksonException e) {
      return Json.object().path("value");
    }
  }

  /** What is deleted leaves no trace that a poll would find. */
  private static Optional<Notice> gone(Watched watched, JsonNode item, @Nullable String id) {
    EntityType type = watched.missedByPolls();
    if (type == null || id == null || !"deleted".equals(Json.text(item, "changeType"))) {
      return Optional.empty();
    }
    String key = Digest.of("deleted " + id + " " + Json.text(item, "lastModifiedDateTime", ""));
    return Optional.of(new Notice(type, id.toLowerCase(Locale.ROOT), "deleted", key));
  }
}
