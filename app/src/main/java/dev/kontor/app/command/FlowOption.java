package dev.kontor.app.command;

import dev.kontor.engine.config.FlowConfig;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which flows a command is about. */
final class FlowOption {

  @Option(
      names = "--flow",
      paramLabel = "NAME",
      description = "Only this flow; may be given several times.")
  private Set<String> only = Set.of();

  /**
   * Those that were named.
   *
   * @param what can be done with them, for a person who names another
   * @param unless none was named
   */
  List<FlowConfig> chosen(
      CommandSpec spec, String what, List<FlowConfig> flows, List<FlowConfig> unless) {
    List<String> names = flows.stream().map(FlowConfig::name).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "--flow=" + name + " is none of the flows that can be " + what + ": " + names);
      }
    }
    return only.isEmpty()
        ? unless
        : flows.stream().filter(flow -> only.contains(flow.name())).toList();
  }
}
