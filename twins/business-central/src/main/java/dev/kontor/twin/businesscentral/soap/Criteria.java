package dev.kontor.twin.businesscentral.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A filter of alternatives, {@code 'A'|'B'}; of the filter language nothing else is simulated. */
final class Criteria {

  private static final Pattern ONE = Pattern.compile("'((?:[^']|'')*)'|([^'|&<>=.*?@()%!]+)");

  private Criteria() {}

  /** The texts a field may have; empty for any. */
  static List<String> alternatives(String criteria) {
    List<String> texts = new ArrayList<>();
    Matcher one = ONE.matcher(criteria);
    int at = 0;
    while (at < criteria.length()) {
      boolean separated = at == 0 || criteria.charAt(at) == '|';
      int from = at == 0 ? 0 : at + 1;
      if (!separated || !one.find(from) || one.start() != from) {
        throw new SoapFault("NavFilterException", "The filter \"" + criteria + "\" is not valid.");
      }
      texts.add(one.group(1) == null ? one.group(2) : one.group(1).replace("''", "'"));
      at = one.end();
    }
    return texts;
  }
}
