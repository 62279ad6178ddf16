package dev.kontor.engine.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A decision that a second person must approve.
 *
 * @param problem fingerprint, null if it is not about a whole group
 * @param number of {@link Action#ENTERED}, the document's number in the target; else null
 * @param by who decided first
 * @param settled when somebody else approved or refused it, null while it is open
 */
public record Approval(
    long id,
    Action action,
    List<Long> messages,
    @Nullable String problem,
    @Nullable String number,
    String reason,
    String by,
    Instant at,
    @Nullable Instant settled) {

  public Approval {
    messages = List.copyOf(messages);
  }

  /** What is to be done. */
  public enum Action {
    @JsonProperty("resubmit")
    RESUBMIT,
    @JsonProperty("discard")
    DISCARD,
    @JsonProperty("skip")
    SKIP,
    @JsonProperty("entered")
    ENTERED;

    /** As stored. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Action of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }
}
