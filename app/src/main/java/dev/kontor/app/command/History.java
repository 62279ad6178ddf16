package dev.kontor.app.command;

import dev.kontor.engine.ledger.DeskStore;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Every message of one document, each with its attempts. */
record History(List<Told> messages) {

  private record Told(DeskStore.Entry message, List<DeskStore.Attempt> attempts) {
    private void print(PrintWriter out) {
      Entries.print(List.of(message), out);
      Attempts.print(attempts, out);
    }
  }

  /**
   * @param number by which people know the document
   */
  static History of(Connection connection, String number) throws SQLException {
    DeskStore desk = new DeskStore();
    List<Told> messages = new ArrayList<>();
    for (DeskStore.Entry message : desk.byNumber(connection, number)) {
      messages.add(new Told(message, desk.attempts(connection, message.id())));
    }
    return new History(messages);
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  void print(PrintWriter out) {
    messages.forEach(told -> told.print(out));
  }
}
