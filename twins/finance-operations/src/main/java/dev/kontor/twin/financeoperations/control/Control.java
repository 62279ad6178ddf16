package dev.kontor.twin.financeoperations.control;

import dev.kontor.twin.financeoperations.Environment;
import dev.kontor.twin.financeoperations.master.Setup;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The twin's own addresses; the shapes are listed in this package's description. */
public final class Control {
  private final Environment environment;

  public Control(Environment environment) {
    this.environment = environment;
  }

  public Answer handle(Call call) {
    try {
      return routed(call, call.body().length == 0 ? Json.object() : call.json());
    } catch (Fault fault) {
      return Answer.text(409, fault.text());
    } catch (IllegalArgumentException e) {
      return Answer.text(400, String.valueOf(e.getMessage()));
    } catch (JacksonException e) {
      return Answer.text(400, "The body is not valid JSON.");
    }
  }

  private Answer routed(Call call, JsonNode body) {
    return switch (call.method() + " " + call.path()) {
      case "GET /_twin/settings" -> Answer.json(200, environment.settingsJson());
      case "PUT /_twin/settings" -> Answer.json(200, set(body));
      case "PUT /_twin/roles" -> {
        environment.roles().set(body);
        yield Answer.empty(204);
      }
      case "POST /_twin/setup" -> {
        setup(body);
        yield Answer.empty(204);
      }
      case "POST /_twin/conflicts" -> {
        environment.conflict(body.path("times").asInt(1));
        yield Answer.empty(204);
      }
      default -> Answer.text(404, "No such control: " + call.method() + " " + call.path());
    };
  }

  /** Changes settings by name; throws IllegalArgumentException on a bad one. */
  public JsonNode set(JsonNode patch) {
    return environment.set(patch);
  }

  /** Adds to or changes the companies, in the form of the built-in ones. */
  public void setup(JsonNode patch) {
    new Setup(environment.erp()).apply(patch);
  }
}
