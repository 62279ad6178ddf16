package dev.kontor.bench.console;

import dev.kontor.bench.process.Commands;
import dev.kontor.engine.db.Transactions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The hub that is asked, in a process of its own with a database server of its own. Answers {@code
 * QUESTION ORDER} with the milliseconds it took, {@code fill MESSAGES} when it has filled the
 * ledger.
 *
 * <p>Arguments: home directory.
 */
public final class ConsoleProcess {

  private ConsoleProcess() {}

  public static void main(String[] arguments) throws IOException {
    try (ConsoleHub hub = new ConsoleHub(Path.of(arguments[0]))) {
      Commands.say("ready");
      Commands.serve(words -> answer(hub, words[0], Long.parseLong(words[1])));
    }
  }

  private static Map<String, Object> answer(ConsoleHub hub, String what, long number) {
    if (what.equals("fill")) {
      new LedgerFill(hub.database(), hub.vault()).fill(number);
      return Map.of("bytes", Transactions.run(hub.database().general(), LedgerFillStore::bytes));
    }
    Questions question = Questions.valueOf(what.toUpperCase(Locale.ROOT));
    long began = System.nanoTime();
    int bytes = question.bytes(hub.hub().view(), number).length;
    return Map.of("millis", (System.nanoTime() - began) / 1e6, "bytes", bytes);
  }
}
