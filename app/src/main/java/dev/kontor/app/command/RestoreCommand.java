package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.access.SessionStore;
import dev.kontor.engine.backup.Backup;
import dev.kontor.engine.backup.Installation;
import dev.kontor.engine.capture.CursorStore;
import dev.kontor.engine.vault.ErasureFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts a backup back. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Puts a backup back.",
    footer = {
      "",
      "Stop the hub first. All sources are then read again from the beginning, and until that is done",
      "every order is looked up in the target before it is created."
    })
public final class RestoreCommand implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--from", paramLabel = "DIR", required = true, description = "Where from.")
  private Path from = Path.of("");

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "The newest keys file, if it is not the one beside the data.")
  private @Nullable Path keys;

  @Option(names = "--replace", description = "Empties a database that holds messages.")
  private boolean replace;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path data = from.toAbsolutePath().resolve(BackupCommand.DATA);
    Path ring = keys == null ? data.resolveSibling(BackupCommand.KEYS) : keys.toAbsolutePath();
    Backup.Restored restored = restore(data, ring);
    // Opened anew: the keys are the restored ones, and a wrong master key is found out here.
    try (Records records = Records.open(home.path(), System.getenv())) {
      records.seal();
    }
    say(restored);
    return 0;
  }

  private Backup.Restored restore(Path data, Path ring) {
    try (Records records = Records.open(home.path(), System.getenv())) {
      Installation installation =
          new Installation(records.database().general(), records.identity());
      return new Backup(records.database().general())
          .restore(
              data,
              ring,
              replace,
              installation,
              List.of(
                  (c, manifest) -> new CursorStore().reset(c, Optional.empty()),
                  (c, manifest) -> SessionStore.endAll(c),
                  (c, manifest) -> new ErasureFile(home.path()).repeat(c)));
    }
  }

  private void say(Backup.Restored restored) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "restored the backup of "
            + restored.manifest().at()
            + ", "
            + restored.manifest().rows()
            + " rows");
    out.println("  sources     are read again from the beginning");
    out.println("  in doubt    every order is looked up before it is created, until that is done");
    out.println("  epoch       " + restored.state().epoch());
    if (restored.unreadable() > 0) {
      out.println(
          "  unreadable  "
              + restored.unreadable()
              + " payloads, erased since or newer than the keys");
    }
    out.flush();
  }
}
