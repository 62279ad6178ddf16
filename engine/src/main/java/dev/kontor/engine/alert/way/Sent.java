package dev.kontor.engine.alert.way;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether a letter arrived. What is said of it holds no secret and nothing of the letter. */
public sealed interface Sent {

  /**
   * It did.
   *
   * @param note what did not go as it should all the same, null if nothing
   */
  record Arrived(@Nullable String note) implements Sent {}

  /**
   * It did not, or nobody knows.
   *
   * @param after when the receiver wants it again, null if it did not say
   */
  record Failed(String why, @Nullable Duration after) implements Sent {

    static Failed of(String why) {
      return new Failed(why, null);
    }
  }
}
