package dev.kontor.app.command;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.Machinery;
import dev.kontor.engine.alert.TestLetter;
import dev.kontor.engine.alert.way.Sent;
import dev.kontor.engine.config.AlertReceiver;
import dev.kontor.engine.config.AlertsConfig;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who is told of what goes wrong, and whether it reaches them. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "test",
    description = "Says whether alerts reach their receivers.",
    footer = {"", "Beside a running hub or without one; nothing is stored."})
public final class AlertsCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description =
          "Sends a test to each receiver, in quiet times too, and says what became of it. Exit"
              + " status 1 if one was not reached.")
  int test(
      @Mixin ConfigOption file,
      @Mixin HomeOption home,
      @Option(
              names = "--receiver",
              paramLabel = "NAME",
              description = "Only this one; may be given several times.")
          @Nullable Set<String> only) {
    AlertsConfig config = file.load(home, Connectors.installed()).alerts();
    List<String> names = config.receivers().stream().map(AlertReceiver::name).toList();
    Set<String> chosen = only == null ? Set.copyOf(names) : only;
    for (String name : chosen) {
      if (!names.contains(name)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "--receiver=" + name + " is none of the receivers: " + names);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    if (names.isEmpty()) {
      out.println("nobody is told; add alerts.receivers to the configuration");
      return 1;
    }
    Instant now = Machinery.system().clock().instant();
    boolean all = true;
    for (AlertReceiver receiver : config.receivers()) {
      all &= !chosen.contains(receiver.name()) || isReached(config, receiver, now, out);
    }
    return all ? 0 : 1;
  }

  private static boolean isReached(
      AlertsConfig config, AlertReceiver receiver, Instant now, PrintWriter out) {
    String who = receiver.name() + " (" + receiver.way().word() + ")";
    boolean reached =
        switch (TestLetter.send(config, receiver, now)) {
          case Sent.Arrived arrived -> {
            String note = arrived.note() == null ? "" : ", but " + arrived.note();
            out.println(who + ": sent" + note);
            yield true;
          }
          case Sent.Failed failed -> {
            out.println(who + ": not reached: " + failed.why());
            yield false;
          }
        };
    out.flush();
    return reached;
  }
}
