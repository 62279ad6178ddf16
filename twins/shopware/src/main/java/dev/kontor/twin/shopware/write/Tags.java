package dev.kontor.twin.shopware.write;

/**
 * Takes tags out of a text as PHP's strip_tags does: one begins at any {@code <} that no space
 * follows and goes on to the {@code >} that ends it, or to the end of the text.
 */
final class Tags {
  private final String text;
  private final StringBuilder kept = new StringBuilder();
  // Tags begun within one another.
  private int depth;
  // The mark that ends what is quoted within a tag, 0 outside.
  private char quote;

  private Tags(String text) {
    this.text = text;
  }

  static String stripped(String text) {
    Tags tags = new Tags(text);
    for (int at = 0; at < text.length(); at++) {
      if (tags.depth == 0 && text.startsWith("<!--", at)) {
        at = tags.endOfComment(at);
      } else {
        tags.read(text.charAt(at), at);
      }
    }
    return tags.kept.toString();
  }

  private int endOfComment(int start) {
    int end = text.indexOf("-->", start + 2);
    return end < 0 ? text.length() : end + 2;
  }

  private void read(char c, int at) {
    if (c == '<' && quote == 0 && !spaceAfter(at)) {
      depth++;
    } else if (depth == 0) {
      kept.append(c);
    } else if (c == '>' && (depth > 1 || quote == 0)) {
      depth--;
    } else if (c == '"' || c == '\'') {
      quote = quote == 0 ? c : quote == c ? 0 : quote;
    }
  }

  private boolean spaceAfter(int at) {
    return at + 1 < text.length() && " \t\n\u000B\f\r".indexOf(text.charAt(at + 1)) >= 0;
  }
}
