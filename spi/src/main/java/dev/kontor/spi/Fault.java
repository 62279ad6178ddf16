package dev.kontor.spi;

import dev.kontor.model.EntityType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis. Each has one fixed reaction, owned by the engine and named in its comment. Messages
 * are for people: they name field, problem and remedy, never a secret or personal datum.
 */
public sealed interface Fault extends Outcome {

  String message();

  /** Pauses the connection; a person must correct a setting. */
  record Misconfigured(String setting, String problem) implements Fault {
    @Override
    public String message() {
      return setting + " " + problem;
    }
  }

  /** Pauses the connection; credentials were refused. */
  record SignInRefused(String message) implements Fault {}

  /** Pauses the flow; a right is missing for one resource, or the resource is not offered. */
  record Forbidden(String resource, String message) implements Fault {}

  /**
   * Dead letter: the target or the hub refuses this content.
   *
   * @param field path of the offending field in the target document, or of the rule broken
   * @param remoteCode the target's own code, null if the hub found it
   */
  record Invalid(String field, String problem, @Nullable String remoteCode) implements Fault {
    @Override
    public String message() {
      return field + ": " + problem;
    }
  }

  /** Dead letter: the connector cannot do this. */
  record Unsupported(String message) implements Fault {}

  /** Dead letter: more than one document answers to one identity; a person decides. */
  record Ambiguous(String message) implements Fault {}

  /** Waits and wakes when the referenced document appears; dead only after a set age. */
  record Missing(EntityType type, String key, String message) implements Fault {}

  /** Reread and retry: someone else changed the document. */
  record Conflict(String message) implements Fault {}

  /** Waits without using an attempt; {@code retryAfter} null if the target named no time. */
  record Throttled(@Nullable Duration retryAfter) implements Fault {
    @Override
    public String message() {
      return "the target asks for fewer requests";
    }
  }

  /** Breaker; retried without using an attempt; nothing was applied. */
  record Unavailable(String message) implements Fault {}

  /** Looked up until the settle time has passed, then sent again; it may have been applied. */
  record OutcomeUnknown(String message) implements Fault {}
}
