package dev.kontor.app.command;

import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.ledger.Payloads;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Every message of one document, each with its attempts. */
record History(List<Told> messages) {

  /**
   * @param rehearsed what would be written in earnest, empty if it was not rehearsed
   */
  private record Told(
      DeskStore.Entry message, List<DeskStore.Attempt> attempts, Optional<JsonNode> rehearsed) {
    private void print(PrintWriter out) {
      Entries.print(List.of(message), out);
      Attempts.print(attempts, out);
      rehearsed.ifPresent(content -> out.println("        would write " + content));
    }
  }

  /**
   * @param number by which people know the document
   */
  static History of(Connection connection, String number, Payloads payloads) throws SQLException {
    DeskStore desk = new DeskStore();
    List<Told> messages = new ArrayList<>();
    for (DeskStore.Entry message : desk.byNumber(connection, number)) {
      List<DeskStore.Attempt> attempts = desk.attempts(connection, message.id());
      messages.add(new Told(message, attempts, rehearsed(connection, message.id(), payloads)));
    }
    return new History(messages);
  }

  private static Optional<JsonNode> rehearsed(
      Connection connection, long message, Payloads payloads) throws SQLException {
    Optional<DeskStore.Rehearsed> kept = new DeskStore().rehearsed(connection, message);
    return kept.isEmpty()
        ? Optional.empty()
        : payloads.get(connection, List.of(kept.get().content())).values().stream().findFirst();
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  void print(PrintWriter out) {
    messages.forEach(told -> told.print(out));
  }
}
