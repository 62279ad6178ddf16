package dev.kontor.proof.story;

import java.util.List;

/**
 * What a command said and how it ended.
 *
 * @param all complaints too
 */
record Told(int status, String out, String all) {

  String lastLine() {
    return out.lines().reduce("", (a, b) -> b);
  }

  List<ListedMessage> messages() {
    return ListedMessage.in(out);
  }
}
