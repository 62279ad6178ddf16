package dev.kontor.connector.businesscentral;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** What buyers wrote, as comment lines, which have a text and nothing else. */
final class OrderComment {

  static final String LINE_TYPE = "Comment";

  /** More is no comment but a document, and would stand on the invoice. */
  private static final int MOST = 20;

  private OrderComment() {}

  /**
   * Adds the lines, and to the notes what did not fit.
   *
   * @param what it is, for the notes
   */
  static void add(@Nullable String comment, String what, ArrayNode lines, List<String> notes) {
    List<String> texts = comment == null ? List.of() : texts(comment);
    if (texts.size() > MOST) {
      notes.add(what + " was cut to " + MOST + " lines");
    }
    texts.stream()
        .limit(MOST)
        .forEach(text -> lines.addObject().put("lineType", LINE_TYPE).put("description", text));
  }

  /** No longer than a description each, broken between words where there are any. */
  private static List<String> texts(String comment) {
    List<String> texts = new ArrayList<>();
    for (String paragraph : comment.split("\\R")) {
      String left = paragraph.strip();
      while (!left.isEmpty()) {
        String text = first(left);
        texts.add(text);
        left = left.substring(text.length()).strip();
      }
    }
    return texts;
  }

  private static String first(String text) {
    if (text.length() <= Texts.DESCRIPTION) {
      return text;
    }
    int blank = text.lastIndexOf(' ', Texts.DESCRIPTION);
    return blank > 0
        ? text.substring(0, blank).stripTrailing()
        : Texts.cut(text, Texts.DESCRIPTION);
  }
}
