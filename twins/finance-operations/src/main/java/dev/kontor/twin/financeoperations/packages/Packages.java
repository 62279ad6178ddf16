package dev.kontor.twin.financeoperations.packages;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.odata.ErrorAnswer;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.schema.Schema;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.w3c.dom.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Actions below {@code /data/DataManagementDefinitionGroups}: packages come in through a blob. What
 * an import writes is there at once, its status only after a while; meanwhile a second import is
 * refused.
 */
public final class Packages {
  public static final String PATH =
      "/data/DataManagementDefinitionGroups/" + Schema.NAMESPACE + ".";

  private final Erp erp;
  private final Blobs blobs;
  private final Map<String, Execution> executions = new ConcurrentHashMap<>();

  public Packages(Erp erp, Blobs blobs) {
    this.erp = erp;
    this.blobs = blobs;
  }

  public Answer handle(Call call) {
    String action = call.path().substring(PATH.length());
    try {
      if (!call.method().equals("POST")) {
        throw Fault.request(405, "Actions are posted.");
      }
      return Answer.json(200, Json.object().put("value", value(action, call)));
    } catch (JacksonException e) {
      return ErrorAnswer.of(400, "Invalid JSON. " + e.getOriginalMessage());
    } catch (Fault fault) {
      return ErrorAnswer.of(fault.status(), fault.text());
    }
  }

  private String value(String action, Call call) {
    JsonNode body = call.json();
    return switch (action) {
      case "GetAzureWriteUrl" -> writeUrl(call, body);
      case "ImportFromPackage" -> imported(body);
      case "GetExecutionSummaryStatus" -> status(text(body, "executionId"));
      case "GetExecutionErrors" -> errors(text(body, "executionId"));
      default ->
          throw Fault.request(
              404, "No HTTP resource was found: the action '" + action + "' is not known here.");
    };
  }

  /** JSON as a string inside JSON. */
  private String writeUrl(Call call, JsonNode body) {
    String name = text(body, "uniqueFileName");
    if (name.isEmpty()) {
      throw Fault.request(400, "The parameter 'uniqueFileName' is missing.");
    }
    String host = "http://" + call.header("Host").orElse("localhost");
    return Json.object()
        .put("BlobId", "{" + Ids.guid() + "}")
        .put("BlobUrl", host + blobs.create(name))
        .toString();
  }

  private synchronized String imported(JsonNode body) {
    for (String needed : List.of("packageUrl", "definitionGroupId", "legalEntityId")) {
      if (text(body, needed).isEmpty()) {
        throw Fault.request(400, "The parameter '" + needed + "' is missing.");
      }
    }
    if (!text(body, "definitionGroupId").equals(erp.settings().definitionGroup())) {
      throw Fault.request(
          400, "The data project '" + text(body, "definitionGroupId") + "' does not exist.");
    }
    if (body.path("overwrite").asBoolean()) {
      throw Fault.request(400, "'overwrite' must be false for composite entities.");
    }
    Instant now = erp.now();
    if (executions.values().stream().anyMatch(e -> !e.isOver(now))) {
      throw Fault.request(400, "ImportFromPackage must not be called while another one executes.");
    }
    String id = text(body, "executionId").isEmpty() ? Ids.guid() : text(body, "executionId");
    if (body.path("execute").asBoolean()) {
      executions.put(id, run(id, text(body, "legalEntityId"), text(body, "packageUrl")));
    }
    return id;
  }

  private Execution run(String id, String company, String packageUrl) {
    List<String> errors = new ArrayList<>();
    int orders = 0;
    for (Element element : elements(packageUrl, errors)) {
      try {
        new CompositeOrders(erp).add(erp.company(company).id(), element);
        orders++;
      } catch (Fault | IllegalArgumentException e) {
        errors.add(CompositeOrders.why(e, erp.settings().language()));
      }
    }
    Instant done = erp.now().plusSeconds(erp.settings().importSeconds());
    return new Execution(id, done, orders, List.copyOf(errors));
  }

  private List<Element> elements(String packageUrl, List<String> errors) {
    try {
      byte[] content =
          blobs
              .at(packageUrl)
              .orElseThrow(() -> new IllegalArgumentException("There is no package."));
      return Staging.children(DataPackage.read(content).only(), CompositeOrders.HEADER);
    } catch (IllegalArgumentException e) {
      errors.add(String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  private String status(String id) {
    Execution execution = executions.get(id);
    return execution == null ? "Unknown" : execution.status(erp.now());
  }

  private String errors(String id) {
    List<String> told =
        Optional.ofNullable(executions.get(id))
            .filter(execution -> execution.isOver(erp.now()))
            .map(Execution::errors)
            .orElse(List.of());
    return Json.MAPPER.valueToTree(told).toString();
  }
}
