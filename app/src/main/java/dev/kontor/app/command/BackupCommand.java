package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.backup.Backup;
import dev.kontor.engine.backup.BackupManifest;
import dev.kontor.engine.db.PrivateFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the ledger and its keys to two files. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Writes the ledger and its keys to two files.",
    footer = {
      "",
      "Also while the hub runs. Of the keys keep only the newest: old ones would bring back what was",
      "erased. The master key is in neither file; keep it in your own safe."
    })
public final class BackupCommand implements Callable<Integer> {

  static final String DATA = "kontor-data.zip";
  static final String KEYS = "kontor-keys.zip";

  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--to", paramLabel = "DIR", required = true, description = "Where to.")
  private Path to = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrivateFiles.createDirectories(to.toAbsolutePath());
    Path data = to.toAbsolutePath().resolve(DATA);
    Path keys = to.toAbsolutePath().resolve(KEYS);
    try (Records records = Records.open(home.path(), System.getenv())) {
      BackupManifest manifest = new Backup(records.database().general()).write(data, keys);
      PrintWriter out = spec.commandLine().getOut();
      out.println("backup of " + manifest.at() + ", " + manifest.rows() + " rows");
      out.println("  ledger      " + data);
      out.println("  keys        " + keys);
      out.println("  not in it   the master key: " + home.path().resolve("master.key"));
      out.flush();
    }
    return 0;
  }
}
