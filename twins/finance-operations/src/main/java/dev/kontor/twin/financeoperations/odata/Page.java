package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.kit.odata.Row;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page of a result. Pages are cut by place, so that rows may be missed or told twice while
 * others come and go (contract.md §2).
 *
 * @param next place where the next page begins, 0 without
 */
record Page(List<Row> rows, int next) {
  private static final Pattern SIZE = Pattern.compile("odata\\.maxpagesize=(\\d+)");

  static Page of(List<Row> all, Query query, int size) {
    int start = query.number("$skiptoken", query.number("$skip", 0));
    int wanted = Math.min(query.number("$top", Integer.MAX_VALUE), all.size() - start);
    if (wanted <= 0) {
      return new Page(List.of(), 0);
    }
    int shown = Math.min(wanted, size);
    return new Page(
        List.copyOf(all.subList(start, start + shown)), shown < wanted ? start + shown : 0);
  }

  /** The size the client prefers, at most the server's. */
  static int size(String prefer, int most) {
    Matcher matcher = SIZE.matcher(prefer);
    return matcher.find() ? Math.clamp(Long.parseLong(matcher.group(1)), 1, most) : most;
  }
}
