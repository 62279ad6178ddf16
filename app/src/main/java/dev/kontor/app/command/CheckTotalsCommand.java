package dev.kontor.app.command;

import dev.kontor.connector.businesscentral.totals.TotalsCheck;
import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares predicted Business Central totals with known ones. */
@Command(
    name = "check-totals",
    mixinStandardHelpOptions = true,
    description = "Compares predicted Business Central totals with known ones.",
    footer = {
      "",
      "Predicts the totals of sales documents as Business Central computes them. Exit status 1 if any",
      "differs."
    })
public final class CheckTotalsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "JSON list of {id, document, expected}.")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    List<TotalsCheck.Result> results = TotalsCheck.run(ModelJson.parse(Files.readAllBytes(file)));
    PrintWriter out = spec.commandLine().getOut();
    results.forEach(
        r -> out.printf("%-9s %s: %s%n", r.equal() ? "equal" : "DIFFERENT", r.id(), r.detail()));
    long equal = results.stream().filter(TotalsCheck.Result::equal).count();
    out.println("equal=" + equal + " different=" + (results.size() - equal));
    out.flush();
    return equal == results.size() && !results.isEmpty() ? 0 : 1;
  }
}
