package dev.kontor.engine.alert;

import dev.kontor.engine.config.Severity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is told, ready to be sent.
 *
 * @param id the same whenever it is sent again
 * @param alert it is about, 0 for a test
 * @param rule word of the rule, {@code test} for a test
 * @param said the words of it
 * @param link where people see more, null if nobody said where
 * @param at when it is sent
 */
public record Letter(
    UUID id,
    long alert,
    Tidings tidings,
    String rule,
    Severity severity,
    String subject,
    long count,
    @Nullable Instant since,
    List<String> documents,
    Said said,
    @Nullable URI link,
    Instant at) {

  /**
   * The words, in the receiver's language.
   *
   * @param what happened
   * @param effect on the business
   * @param todo what a person does about it
   */
  public record Said(String title, String what, String effect, String todo) {}

  public Letter {
    documents = List.copyOf(documents);
  }

  /** What people read below its title, one paragraph each. */
  public List<String> paragraphs() {
    return List.of(said.what(), said.effect(), said.todo());
  }
}
