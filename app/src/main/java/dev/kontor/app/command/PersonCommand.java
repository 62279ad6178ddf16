package dev.kontor.app.command;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.privacy.PersonErasure;
import dev.kontor.engine.privacy.PersonExport;
import dev.kontor.engine.vault.ErasureFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One person's data: all of it told, or all of it taken away. */
@Command(
    name = "person",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "export|erase",
    description = "Tells or erases all that is kept about one person.",
    footer = {"", "Works beside a running hub or without one, and reads the whole ledger once."})
public final class PersonCommand {

  private static final String EMAIL =
      "The person's e-mail; - reads it from standard input, so that no history of a shell keeps it.";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes all that is kept about a person to a JSON file only you may read.")
  int export(
      @Mixin HomeOption home,
      @Mixin DecidedBy by,
      @Option(names = "--email", required = true, paramLabel = "EMAIL", description = EMAIL)
          String email,
      @Option(names = "--to", required = true, paramLabel = "FILE", description = "Where to.")
          Path to) {
    try (Records records = Records.open(home.path(), System.getenv())) {
      int documents =
          new PersonExport(records.database().general(), records.vault())
              .write(address(email), to.toAbsolutePath(), by.name());
      say(documents + " documents");
    }
    return 0;
  }

  @Command(
      name = "erase",
      mixinStandardHelpOptions = true,
      description =
          "Destroys the keys of all that is kept about a person, for good, in every backup of data, and"
              + " deletes what was pushed.",
      footer = {
        "",
        "Nothing is erased while a message about the person is unfinished. Make a backup afterwards and",
        "delete older backups of keys."
      })
  int erase(
      @Mixin HomeOption home,
      @Mixin DecidedBy by,
      @Option(names = "--email", required = true, paramLabel = "EMAIL", description = EMAIL)
          String email,
      @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
          String reason,
      @Option(
              names = "--with-colleagues",
              description = "Also what is kept of others who bought under the same VAT id.")
          boolean withColleagues) {
    try (Records records = Records.open(home.path(), System.getenv())) {
      PersonErasure.Result result =
          new PersonErasure(
                  records.database().general(), records.vault(), new ErasureFile(home.path()))
              .erase(address(email), withColleagues, by.name(), reason);
      say(words(result));
      return result.isDone() ? 0 : 1;
    }
  }

  private static String words(PersonErasure.Result result) {
    if (!result.open().isEmpty()) {
      String ids = result.open().stream().map(String::valueOf).collect(Collectors.joining(" "));
      return "nothing erased: unfinished messages "
          + ids
          + "; wait for them, or give them up first: ./kontor discard "
          + ids
          + " --reason TEXT";
    }
    if (result.shared() > 0) {
      return "nothing erased: "
          + result.shared()
          + " documents of others lie under the same VAT id; --with-colleagues erases them, too";
    }
    PersonErasure.Pushed pushed = result.pushed();
    if (result.keys() + pushed.deleted() + pushed.kept() == 0) {
      return "nothing is kept about this person";
    }
    String said =
        "%d documents are unreadable, %d keys gone, %d pushed bodies deleted"
            .formatted(result.payloads(), result.keys(), pushed.deleted());
    return pushed.kept() == 0
        ? said
        : "%s; unfinished messages of others need %d pushed bodies that name the person, too: once those are finished erase again, else nobody can read them from %s"
            .formatted(said, pushed.kept(), pushed.until());
  }

  private void say(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }

  private String address(String email) {
    String given = email.equals("-") ? firstLine() : email;
    if (!given.contains("@")) {
      throw new ParameterException(
          spec.commandLine(), "--email is no e-mail address; give it whole, or - and type it");
    }
    return given.strip();
  }

  private static String firstLine() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException("standard input cannot be read", e);
    }
  }
}
