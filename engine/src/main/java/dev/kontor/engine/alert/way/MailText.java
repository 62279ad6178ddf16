package dev.kontor.engine.alert.way;

import dev.kontor.engine.alert.Letter;
import dev.kontor.engine.config.Severity;

/** A letter as plain text. */
final class MailText {

  private MailText() {}

  static String subject(Letter letter) {
    return "[Kontor] " + (letter.severity() == Severity.URGENT ? "! " : "") + letter.said().title();
  }

  static String body(Letter letter) {
    StringBuilder text = new StringBuilder(letter.said().title()).append("\n\n");
    letter.paragraphs().forEach(paragraph -> text.append(paragraph).append("\n\n"));
    if (letter.link() != null) {
      text.append(letter.link()).append('\n');
    }
    return text.toString();
  }
}
