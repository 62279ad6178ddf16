package dev.kontor.engine.setup;

import dev.kontor.engine.config.Problem;
import java.util.List;

/** Nothing was changed; the message says why and what to do, and holds no secret. */
public final class SetupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is in the way. */
  public enum Kind {
    /** The configuration would be wrong. */
    BAD,
    /** There is no such connection, use or flow. */
    UNKNOWN,
    /** It contradicts what there is. */
    CONFLICT
  }

  /**
   * One thing wrong.
   *
   * @param field as it was given; of what was not given, its place in the configuration
   */
  public record Wrong(String field, String problem, String remedy) {}

  private final Kind kind;
  private final String field;

  @SuppressWarnings("serial") // never serialised, only shown
  private final List<Wrong> problems;

  private SetupException(Kind kind, String field, String message, List<Wrong> problems) {
    super(message);
    this.kind = kind;
    this.field = field;
    this.problems = List.copyOf(problems);
  }

  /**
   * @param problems at least one
   * @param given what of the configuration was given, to tell its fields
   */
  static SetupException bad(List<Problem> problems, Given given) {
    List<Wrong> wrong = problems.stream().map(given::wrong).toList();
    return new SetupException(
        Kind.BAD,
        wrong.getFirst().field(),
        given.isOf(problems.getFirst())
            ? wrong.getFirst().field()
                + " "
                + wrong.getFirst().problem()
                + "; "
                + wrong.getFirst().remedy()
            : problems.getFirst().toString(),
        wrong);
  }

  /**
   * @param field that names what there is not
   */
  static SetupException unknown(String field, String message) {
    return new SetupException(Kind.UNKNOWN, field, message, List.of());
  }

  /**
   * @param field that names what cannot be changed now
   */
  static SetupException conflict(String field, String message) {
    return new SetupException(Kind.CONFLICT, field, message, List.of());
  }

  /** What stands in the file is not changed here. */
  static SetupException written(String field, String what) {
    Wrong wrong =
        new Wrong(
            field,
            "stands in the configuration file",
            "change it there and start the hub again, or choose another " + field);
    return new SetupException(
        Kind.CONFLICT, field, what + " " + wrong.problem() + "; " + wrong.remedy(), List.of(wrong));
  }

  public Kind kind() {
    return kind;
  }

  /** What of what was given is in the way, the first if there is more. */
  public String field() {
    return field;
  }

  /** Everything that is wrong with what was given; empty if something else is in the way. */
  public List<Wrong> problems() {
    return problems;
  }
}
