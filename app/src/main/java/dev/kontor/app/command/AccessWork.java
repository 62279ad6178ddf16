package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.access.Access;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** What a command does about who may do what. */
final class AccessWork {

  private AccessWork() {}

  /** Does it beside a running hub or without one; the exit code. */
  static int within(CommandSpec spec, HomeOption home, Consumer<Access> work) {
    try (Records records = Records.open(home.path(), System.getenv())) {
      work.accept(Access.of(records.database().general(), records.vault()));
    }
    spec.commandLine().getOut().flush();
    return 0;
  }
}
