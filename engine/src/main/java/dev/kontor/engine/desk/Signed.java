package dev.kontor.engine.desk;

/**
 * A decision's reason and who decided, as the record joins them: {@code reason (name)}.
 *
 * @param by {@code ?} if nobody signed
 */
record Signed(String text, String by) {

  static Signed of(String details) {
    int open = details.lastIndexOf('(');
    return open < 0 || !details.endsWith(")")
        ? new Signed(details, "?")
        : new Signed(
            details.substring(0, open).strip(), details.substring(open + 1, details.length() - 1));
  }
}
