package dev.kontor.connector.financeoperations.api;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.kit.Faults;
import dev.kontor.kit.JsonHttp;
import dev.kontor.kit.ODataError;
import dev.kontor.kit.SignIn;
import dev.kontor.kit.SignedHttp;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Actions of data management, all on one entity set (finance-operations/contract.md §5). */
public final class DataActions {

  /** Every one is a POST, whether it changes anything or not. */
  private static final String PATH =
      "/data/DataManagementDefinitionGroups/Microsoft.Dynamics.DataEntities.";

  private final SignedHttp http;
  private final InstantSource clock;
  private final String root;
  private final Faults faults;

  DataActions(FnoSettings settings, Toolbox toolbox, SignIn signIn, Faults faults) {
    this.http = new SignedHttp(toolbox, signIn, Map.of());
    this.clock = toolbox.clock();
    this.root = settings.url() + PATH;
    this.faults = faults;
  }

  /**
   * Calls one that changes nothing.
   *
   * @return its value
   * @throws FaultException the refusal, about {@code action}
   */
  public JsonNode ask(String action, ObjectNode parameters) {
    return value(action, /* write= */ false, http.read(request(action, parameters)));
  }

  /**
   * Calls one that may change something.
   *
   * @return its value
   * @throws FaultException the refusal, about the parameter it names, else about {@code action}
   */
  public JsonNode run(String action, ObjectNode parameters) {
    try {
      return value(action, /* write= */ true, http.write(request(action, parameters)));
    } catch (FaultException e) {
      throw new FaultException(Named.in(e.fault(), parameters));
    }
  }

  /**
   * What a message of business logic means that came with no call's answer, as those of an import.
   *
   * @param about what people call that which was refused
   * @return {@link Fault.Conflict} or {@link Fault.Invalid}
   */
  public Fault refusal(String about, String message) {
    String told = Infolog.told(message);
    Fault fault = faults.of(new Faults.Refusal(true, about, 400, null, null, told, null));
    return fault instanceof Fault.Conflict
        ? new Fault.Conflict(told)
        : new Fault.Invalid(about, told, null);
  }

  private HttpRequest.Builder request(String action, ObjectNode parameters) {
    return JsonHttp.request(URI.create(root + action), "POST", parameters);
  }

  private JsonNode value(String action, boolean write, HttpResponse<byte[]> answer) {
    JsonHttp.Reply reply = JsonHttp.reply(answer);
    if (reply.ok()) {
      return reply.body().path("value");
    }
    ODataError error = Infolog.error(reply.body());
    throw new FaultException(
        faults.of(
            new Faults.Refusal(
                write,
                action,
                reply.status(),
                error.code(),
                error.field(),
                error.text(),
                reply.retryAfter(clock))));
  }
}
