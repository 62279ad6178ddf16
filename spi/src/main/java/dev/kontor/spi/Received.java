package dev.kontor.spi;

import dev.kontor.model.EntityType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a pushed request means. The reply is sent only after the notices are durable and the polls
 * that the hints ask for are due.
 *
 * @param hints types of which something changed; the flows that read them ask the source soon
 * @param rejection why the request was not believed, null if it was; put on record
 */
public record Received(
    Reply reply, List<Notice> notices, Set<EntityType> hints, @Nullable String rejection) {

  /** The HTTP answer. */
  public record Reply(int status, Map<String, String> headers, String body) {
    public Reply {
      headers = Map.copyOf(headers);
    }

    public static Reply of(int status) {
      return new Reply(status, Map.of(), "");
    }
  }

  public Received {
    notices = List.copyOf(notices);
    hints = Set.copyOf(hints);
  }

  /** Without hints. */
  public Received(Reply reply, List<Notice> notices, @Nullable String rejection) {
    this(reply, notices, Set.of(), rejection);
  }

  public static Received rejected(int status, String reason) {
    return new Received(Reply.of(status), List.of(), reason);
  }
}
