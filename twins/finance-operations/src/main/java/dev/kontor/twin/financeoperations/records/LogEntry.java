package dev.kontor.twin.financeoperations.records;

import java.util.List;

/** One line of the info log. */
record LogEntry(boolean warning, Message message, List<Object> words) {
  String in(String language) {
    return (warning ? "Warning: " : "Error: ") + message.in(language, words.toArray());
  }
}
