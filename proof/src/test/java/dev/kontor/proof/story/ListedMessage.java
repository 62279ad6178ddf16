package dev.kontor.proof.story;

import java.util.List;

/**
 * A message as {@code ./kontor list} and {@code show} print it.
 *
 * @param number of the document, "-" if people know it by none
 */
record ListedMessage(
    String id, String flow, String number, String event, String state, String why) {

  private static final int COLUMNS = 7;

  static List<ListedMessage> in(String output) {
    return output
        .lines()
        .filter(line -> line.matches("\\d+ +\\d{4}-.*"))
        .map(line -> line.split(" +", COLUMNS))
        .map(c -> new ListedMessage(c[0], c[2], c[3], c[4], c[5], c.length < COLUMNS ? "" : c[6]))
        .toList();
  }
}
