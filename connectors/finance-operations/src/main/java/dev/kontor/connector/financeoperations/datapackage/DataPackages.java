package dev.kontor.connector.financeoperations.datapackage;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.DataActions;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Toolbox;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The package API of data management (finance-operations/contract.md §5). */
public final class DataPackages {

  private static final String PROJECT = "definitionGroupId";
  private static final String EXECUTION = "executionId";

  /** How a public client saw an execution refused that is not on record yet; and in German. */
  private static final List<String> ABSENT = List.of("not found", "nicht gefunden");

  private final DataActions actions;
  private final PackageStore store;
  private final String company;
  private final String project;

  /**
   * @param project name of the data project
   */
  public DataPackages(FnoSettings settings, DataActions actions, Toolbox toolbox, String project) {
    this.actions = actions;
    this.store = new PackageStore(settings, actions, toolbox);
    this.company = settings.company();
    this.project = project;
  }

  /**
   * @throws FaultException if the service does not say
   */
  public ExecutionStatus status(String execution) {
    try {
      JsonNode status = actions.ask("GetExecutionSummaryStatus", of(execution));
      return ExecutionStatus.of(status.asString(""));
    } catch (FaultException e) {
      if (e.fault() instanceof Fault.Invalid invalid
          && ABSENT.stream().anyMatch(invalid.problem()::contains)) {
        return ExecutionStatus.UNKNOWN;
      }
      throw e;
    }
  }

  /**
   * Begins an import.
   *
   * @throws FaultException why it was not begun; {@link Fault.OutcomeUnknown} if it may have been
   */
  void begin(String execution, CompositeOrder order) {
    String address = store.put(execution + ".zip", new PackageFile(project).with(order));
    ObjectNode asked =
        of(execution)
            .put("packageUrl", address)
            .put(PROJECT, project)
            .put("execute", true)
            .put("overwrite", false)
            .put("legalEntityId", company);
    try {
      actions.run("ImportFromPackage", asked);
    } catch (FaultException e) {
      throw new FaultException(about(e.fault()));
    }
  }

  /** Without its project no order can be entered, so that the flow rests instead of each order. */
  private Fault about(Fault fault) {
    return fault instanceof Fault.Invalid invalid && PROJECT.equals(invalid.field())
        ? new Fault.Forbidden(
            "data project " + project,
            invalid.problem() + "; correct setting headerCharges.project or make the data project")
        : fault;
  }

  /**
   * Why an import that is over brought nothing; empty if the service gives no reason, as where the
   * file does not fit the project.
   *
   * @throws FaultException if the service does not answer
   */
  public String errors(String execution) {
    JsonNode told = actions.ask("GetExecutionErrors", of(execution));
    return ExecutionErrors.text(told);
  }

  private static ObjectNode of(String execution) {
    return ModelJson.mapper().createObjectNode().put(EXECUTION, execution);
  }
}
