package dev.kontor.connector.financeoperations.api;

import dev.kontor.kit.ODataError;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the service says in {@code innererror}: behind {@code Infolog:} stand its messages, each
 * with its gravity, in the language of the service user; the rest says nothing
 * (finance-operations/contract.md §3).
 */
final class Infolog {

  private static final String MARK = "Infolog:";

  /** Stands for the code the service leaves blank: business logic refused, and was rolled back. */
  private static final String REFUSED = "Infolog";

  /** English and German, as the service user's language is. */
  private static final Pattern GRAVITY =
      Pattern.compile("^(Info|Warning|Error|Warnung|Fehler)\\s*:\\s*");

  private static final Pattern NOISE =
      Pattern.compile(
          "^(validateWrite failed on data source .*|Update has been canceled\\.*"
              + "|(Die )?Aktualisierung wurde abgebrochen\\.*)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAMED = Pattern.compile("'([A-Z][A-Za-z]{3,60})'");

  private Infolog() {}

  /** Read from the body of a refusal. */
  static ODataError error(JsonNode body) {
    ODataError plain = ODataError.of(body);
    String inner = body.path("error").path("innererror").path("message").asString("");
    String code = inner.contains(MARK) ? REFUSED : plain.code();
    String told = inner.isBlank() ? plain.text() : told(inner);
    Matcher named = NAMED.matcher(told);
    @Nullable String known = code == null || code.isBlank() ? null : code;
    return new ODataError(known, named.find() ? named.group(1) : plain.field(), told);
  }

  /** The messages themselves; all of it if only noise is left. */
  static String told(String inner) {
    int mark = inner.indexOf(MARK);
    String log = mark < 0 ? inner : inner.substring(mark + MARK.length());
    List<String> messages =
        Arrays.stream(log.split(";"))
            .map(message -> GRAVITY.matcher(message.strip()).replaceFirst("").strip())
            .filter(message -> !message.isEmpty() && !NOISE.matcher(message).matches())
            .distinct()
            .toList();
    return messages.isEmpty()
        ? inner.strip()
        : messages.stream()
            .map(message -> message.replaceAll("\\.+$", "."))
            .collect(Collectors.joining(" "));
  }
}
