package dev.kontor.spi;

/**
 * One result of {@link Connector#check()}.
 *
 * @param subject what was checked, in the user's words, e.g. {@code sign-in} or {@code setting url}
 * @param problem what is wrong; for {@link Severity#OK} what was found
 * @param remedy what to do about it; empty for OK
 */
public record Finding(Severity severity, String subject, String problem, String remedy) {

  /** How bad a finding is. */
  public enum Severity {
    /** Nothing can run. */
    ERROR,
    /** Some documents will fail. */
    WARNING,
    OK
  }

  public static Finding ok(String subject, String found) {
    return new Finding(Severity.OK, subject, found, "");
  }

  public static Finding error(String subject, String problem, String remedy) {
    return new Finding(Severity.ERROR, subject, problem, remedy);
  }

  public static Finding warning(String subject, String problem, String remedy) {
    return new Finding(Severity.WARNING, subject, problem, remedy);
  }
}
