package dev.kontor.twin.financeoperations.records;

import java.util.Arrays;
import java.util.List;

/** A refused request. */
public final class Fault extends RuntimeException {
  /** Stands for the status that the settings give errors of business logic. */
  public static final int LOGIC = 0;

  private final int status;
  private final List<LogEntry> log;

  private Fault(int status, String text, List<LogEntry> log) {
    super(text);
    this.status = status;
    this.log = log;
  }

  /** The request itself is wrong; the protocol's texts are English. */
  public static Fault request(int status, String text) {
    return new Fault(status, text, List.of());
  }

  /** Business logic refuses it. */
  public static Fault logic(Message message, Object... words) {
    return logic(LOGIC, false, message, words);
  }

  /** Business logic refuses it with a warning in the log, as for missing dimensions. */
  public static Fault warned(Message message, Object... words) {
    return logic(LOGIC, true, message, words);
  }

  /** Business logic refuses it with a status of its own. */
  public static Fault logic(int status, boolean warning, Message message, Object... words) {
    LogEntry entry = new LogEntry(warning, message, Arrays.asList(words));
    return new Fault(status, message.in("en-us", words), List.of(entry));
  }

  public int status() {
    return status;
  }

  /** Whether the info log tells why, rather than the protocol. */
  public boolean isLogic() {
    return !log.isEmpty();
  }

  /** The info log in the user's language, ended as a refused write ends it. */
  public String log(String language) {
    StringBuilder text = new StringBuilder();
    log.forEach(entry -> text.append(entry.in(language)).append("; "));
    return text + "Error: " + Message.CANCELED.in(language) + ".";
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
