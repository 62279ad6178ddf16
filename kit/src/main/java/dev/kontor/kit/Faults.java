package dev.kontor.kit;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns a refused call into a {@link Fault} by a table that is data and reviewed per connector: the
 * first rule that fits decides.
 */
public final class Faults {

  /** What a rule says about a refusal. */
  public enum Kind {
    MISCONFIGURED,
    SIGN_IN_REFUSED,
    FORBIDDEN,
    INVALID,
    UNSUPPORTED,
    CONFLICT,
    THROTTLED,
    UNAVAILABLE,
    OUTCOME_UNKNOWN
  }

  /**
   * One row of the table.
   *
   * @param status such as {@code 409} or {@code 5xx}; {@code *} for any
   * @param code the target's error code, a trailing {@code *} matches the rest; null for any
   * @param contains text the message must contain, ignoring case; null for any
   * @param kind what it means; {@link Kind#OUTCOME_UNKNOWN} is {@link Kind#UNAVAILABLE} for a read
   * @param source the vendor's document, or why
   */
  public record Rule(
      String status, @Nullable String code, @Nullable String contains, Kind kind, String source) {

    boolean fits(Refusal refusal) {
      return fitsStatus(refusal.status()) && fitsCode(refusal.code()) && fitsText(refusal.text());
    }

    private boolean fitsStatus(int actual) {
      return "*".equals(status)
          || status.equals(Integer.toString(actual))
          || (status.endsWith("xx") && status.charAt(0) - '0' == actual / 100);
    }

    private boolean fitsCode(@Nullable String actual) {
      if (code == null) {
        return true;
      }
      String given = actual == null ? "" : actual;
      return code.endsWith("*")
          ? given.startsWith(code.substring(0, code.length() - 1))
          : given.equals(code);
    }

    private boolean fitsText(String text) {
      return contains == null
          || text.toLowerCase(Locale.ROOT).contains(contains.toLowerCase(Locale.ROOT));
    }
  }

  /**
   * A call the target refused.
   *
   * @param write whether it might have changed something
   * @param resource what was called, in people's words, e.g. {@code salesOrders}
   * @param code the target's error code, null if it named none
   * @param field the field the target blames, null if it named none
   * @param text the target's own words, safe to show
   */
  public record Refusal(
      boolean write,
      String resource,
      int status,
      @Nullable String code,
      @Nullable String field,
      String text,
      @Nullable Duration retryAfter) {}

  private final List<Rule> rules;

  public Faults(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Reads the table from a JSON resource beside the class: an array of {@link Rule}. */
  public static Faults of(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + resource + " beside " + beside);
      }
      return new Faults(Arrays.asList(ModelJson.mapper().readValue(in, Rule[].class)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The diagnosis; an unlisted refusal of a write is never taken for harmless. */
  public Fault of(Refusal refusal) {
    for (Rule rule : rules) {
      if (rule.fits(refusal)) {
        return fault(rule.kind(), refusal);
      }
    }
    return fault(otherwise(refusal.status()), refusal);
  }

  /** Whether it is about the document that was asked about, and not about whoever was asked. */
  public static boolean isAboutDocument(Fault fault) {
    return switch (fault) {
      case Fault.Invalid _, Fault.Unsupported _, Fault.Ambiguous _, Fault.Missing _ -> true;
      case Fault.Misconfigured _,
          Fault.SignInRefused _,
          Fault.Forbidden _,
          Fault.Conflict _,
          Fault.Throttled _,
          Fault.Unavailable _,
          Fault.OutcomeUnknown _ ->
          false;
    };
  }

  private static Kind otherwise(int status) {
    return switch (status) {
      case 401 -> Kind.SIGN_IN_REFUSED;
      case 403 -> Kind.FORBIDDEN;
      case 429 -> Kind.THROTTLED;
      case 409, 412 -> Kind.CONFLICT;
      case 408, 502, 504 -> Kind.OUTCOME_UNKNOWN;
      case 503 -> Kind.UNAVAILABLE;
      default -> status >= 500 ? Kind.OUTCOME_UNKNOWN : Kind.INVALID;
    };
  }

  private static Fault fault(Kind kind, Refusal refusal) {
    String told = told(refusal);
    return switch (kind) {
      case MISCONFIGURED -> new Fault.Misconfigured(refusal.resource(), told);
      case SIGN_IN_REFUSED -> new Fault.SignInRefused(told);
      case FORBIDDEN -> new Fault.Forbidden(refusal.resource(), told);
      case INVALID ->
          new Fault.Invalid(
              refusal.field() == null ? refusal.resource() : refusal.field(), told, refusal.code());
      case UNSUPPORTED -> new Fault.Unsupported(told);
      case CONFLICT -> new Fault.Conflict(told);
      case THROTTLED -> new Fault.Throttled(refusal.retryAfter());
      case UNAVAILABLE -> new Fault.Unavailable(told);
      case OUTCOME_UNKNOWN ->
          refusal.write() ? new Fault.OutcomeUnknown(told) : new Fault.Unavailable(told);
    };
  }

  private static String told(Refusal refusal) {
    StringBuilder told =
        new StringBuilder(refusal.resource()).append(" answered ").append(refusal.status());
    if (refusal.code() != null) {
      told.append(" (").append(refusal.code()).append(')');
    }
    return refusal.text().isBlank() ? told.toString() : told + ": " + refusal.text().strip();
  }
}
