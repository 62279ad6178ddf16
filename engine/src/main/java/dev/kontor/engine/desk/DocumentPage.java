package dev.kontor.engine.desk;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.engine.ledger.DeskStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one document is, and what became of it.
 *
 * @param number by which people know it at its source
 * @param subject what it is at large
 * @param others what else that source calls so
 * @param known what it is elsewhere
 * @param sla null of what nobody placed
 * @param waitsFor null unless it waits
 * @param next what a person may do now
 * @param timeline oldest first
 * @param messages oldest first
 * @param calls every try, oldest first
 */
public record DocumentPage(
    String source,
    String sourceId,
    @Nullable String number,
    Subject subject,
    List<Subject> others,
    State state,
    List<Known> known,
    @Nullable Clock sla,
    @Nullable Waiting waitsFor,
    List<Step> next,
    Text customerAnswer,
    List<Happened> timeline,
    List<DeskStore.Entry> messages,
    List<Call> calls) {

  /** How it stands as a whole. */
  public enum State {
    DONE("done"),
    WAITING("waiting"),
    DEAD("dead"),
    /** Rightly without effect, or taken out by a person. */
    SKIPPED("skipped");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** As the API says it. */
    @JsonValue
    public String word() {
      return word;
    }
  }

  /** The same in English and German. */
  public record Text(String en, String de) {}

  /**
   * A cross-reference.
   *
   * @param number by which the system's people know it
   */
  public record Known(String system, String entity, String id, @Nullable String number) {}

  /**
   * The time it took or takes.
   *
   * @param placed by the source's clock
   * @param arrived null while it is not there
   * @param seconds from placed to arrived, or to now
   * @param limitSeconds null if nobody says
   */
  public record Clock(
      Instant placed,
      @Nullable Instant arrived,
      long seconds,
      @Nullable Long limitSeconds,
      boolean breached) {}

  /** Why a message of it waits, and since when. */
  public record Waiting(String text, long message, Instant since) {}

  /**
   * Something a person may do.
   *
   * @param action {@code resubmit}, {@code discard}, {@code skip}, {@code entered}, {@code send} or
   *     {@code resume}
   * @param messages it would be done to
   */
  public record Step(String action, String label, List<Long> messages) {}

  /**
   * Something that happened.
   *
   * @param kind for its sign: {@code placed}, {@code received}, {@code done}, {@code told}, {@code
   *     waits}, {@code held}, {@code tried}, {@code skipped}, {@code decided} or {@code rehearsed}
   * @param by the person who decided it, null if nobody did
   */
  public record Happened(
      Instant at, Text text, String kind, @Nullable Long message, @Nullable String by) {}

  /**
   * One try.
   *
   * @param target connection that was read or written
   * @param action {@code read}, or what was or would be written: {@code create}, {@code update},
   *     {@code delete}, {@code write} where none was begun
   * @param millis how long the call took, alone or with others; null if none was timed
   */
  public record Call(
      long message,
      Instant at,
      String target,
      String action,
      String outcome,
      @Nullable String detail,
      @Nullable Long millis,
      @Nullable String mapping) {}
}
