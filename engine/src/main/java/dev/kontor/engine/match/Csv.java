package dev.kontor.engine.match;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180), as spreadsheets read and write them; a file that a spreadsheet
 * saved with semicolons or tabs is read as well.
 */
public final class Csv {

  /**
   * @param line of the file on which it begins; first is 1
   */
  record Row(int line, List<String> values) {}

  private Csv() {}

  /** One row with its line end; what a spreadsheet would compute is disarmed. */
  public static String line(List<String> values) {
    return values.stream().map(Csv::value).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String value(String text) {
    // What begins so, a spreadsheet would compute.
    String plain = text.matches("(?s)[-+=@\t\r].*") ? "'" + text : text;
    return plain.matches("(?s).*[\",\r\n;\t].*") ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }

  /** Rows that hold anything; values without blanks around them. */
  static List<Row> rows(String text) {
    String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new Scan(whole, separator(whole)).rows();
  }

  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    if (header.contains(",")) {
      return ',';
    }
    return header.contains(";") ? ';' : '\t';
  }

  private static final class Scan {
    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private List<String> values = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private boolean quoted;
    private int line = 1;
    private int began = 1;

    Scan(String text, char separator) {
      this.text = text;
      this.separator = separator;
    }

    List<Row> rows() {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        line += c == '\n' ? 1 : 0;
        if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          value.append(c);
          i++;
        } else if (c == '"') {
          quoted = !quoted;
        } else if (quoted) {
          value.append(c);
        } else {
          plain(c);
        }
      }
      endRow();
      return rows;
    }

    private void plain(char c) {
      if (c == separator) {
        endValue();
      } else if (c == '\n') {
        endRow();
      } else {
        value.append(c);
      }
    }

    private void endValue() {
      String read = value.toString().strip();
      values.add(read.matches("(?s)'[-+=@].*") ? read.substring(1) : read);
      value.setLength(0);
    }

    private void endRow() {
      endValue();
      if (values.stream().anyMatch(read -> !read.isEmpty())) {
        rows.add(new Row(began, List.copyOf(values)));
      }
      values = new ArrayList<>();
      began = line;
    }
  }
}
