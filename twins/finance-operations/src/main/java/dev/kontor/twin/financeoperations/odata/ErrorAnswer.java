package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Settings;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Json;
import tools.jackson.databind.node.ObjectNode;

/** Refusals in the system's form: what helps stands inside innererror only (contract.md §3). */
public final class ErrorAnswer {
  private static final String TYPE =
      "Microsoft.Dynamics.Platform.Integration.Services.OData.ODataException";

  private ErrorAnswer() {}

  /**
   * The answer to a refused request.
   *
   * @param doing what was tried with which table, such as {@code Write failed for table row of type
   *     'X'.}; told with an info log only
   */
  static Answer of(Fault fault, Settings settings, String doing) {
    int status = fault.status() == Fault.LOGIC ? settings.logicErrorStatus() : fault.status();
    String text =
        fault.isLogic() ? doing + " Infolog: " + fault.log(settings.language()) : fault.text();
    return of(status, text);
  }

  public static Answer of(int status, String text) {
    ObjectNode body = Json.object();
    ObjectNode error =
        body.putObject("error").put("code", "").put("message", "An error has occurred.");
    error
        .putObject("innererror")
        .put("message", text)
        .put("type", TYPE)
        .put("stacktrace", "   at " + TYPE.replace("ODataException", "UpdateManager") + ".Run()");
    return Answer.json(status, body);
  }
}
