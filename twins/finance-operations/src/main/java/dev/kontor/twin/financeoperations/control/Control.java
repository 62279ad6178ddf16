package dev.kontor.twin.financeoperations.control;

import dev.kontor.twin.financeoperations.Environment;
import dev.kontor.twin.financeoperations.master.Setup;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The twin's own addresses; the shapes are listed in this package's description. */
public final class Control {
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "/_twin/(orders|items|quotations|invoices|journals|tradeAgreements)/([^/]+)/([^/]+)/([a-z]+)");
  private static final String TRUTH = "/_twin/truth/";

  private final Environment environment;
  private final Clerks clerks;
  private final Truth truth;

  public Control(Environment environment) {
    this.environment = environment;
    this.clerks = environment.clerks();
    this.truth = new Truth(environment.erp());
  }

  public Answer handle(Call call) {
    try {
      JsonNode body = call.body().length == 0 ? Json.object() : call.json();
      Matcher document = DOCUMENT.matcher(call.path());
      if (call.method().equals("POST") && document.matches()) {
        return Answer.json(200, document(document, body));
      }
      if (call.method().equals("GET") && call.path().startsWith(TRUTH)) {
        return Answer.json(200, truth(call.path().substring(TRUTH.length())));
      }
      return routed(call, body);
    } catch (Fault fault) {
      return Answer.text(409, fault.text());
    } catch (IllegalArgumentException e) {
      return Answer.text(400, String.valueOf(e.getMessage()));
    } catch (JacksonException e) {
      return Answer.text(400, "The body is not valid JSON.");
    }
  }

  private ObjectNode document(Matcher path, JsonNode body) {
    String company = path.group(2);
    String number = path.group(3);
    return switch (path.group(1) + "/" + path.group(4)) {
      case "invoices/credit" -> clerks.credit(company, number, body);
      case "invoices/pay" ->
          clerks.pay(company, number, new BigDecimal(body.path("amount").asString()));
      case "journals/post" -> clerks.journal(company, number);
      case "tradeAgreements/post" -> clerks.prices(company, number);
      case "tradeAgreements/end" -> clerks.end(company, number);
      default -> {
        if (path.group(1).equals("items")) {
          yield clerks.item(company, number, path.group(4), body);
        }
        if (path.group(1).equals("quotations")) {
          yield clerks.quotation(company, number, path.group(4), body);
        }
        if (!path.group(1).equals("orders")) {
          throw new IllegalArgumentException("No such control: " + path.group());
        }
        yield clerks.order(company, number, path.group(4), body);
      }
    };
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
      case "POST /_twin/stock" -> Answer.json(200, clerks.move(body));
      case "GET /_twin/businessEvents" -> Answer.json(200, environment.events().told());
      case "POST /_twin/businessEvents" -> {
        environment.events().activate(body);
        yield Answer.empty(204);
      }
      case "POST /_twin/businessEvents/resend" -> {
        environment.events().resend();
        yield Answer.empty(204);
      }
      case "POST /_twin/conflicts" -> {
        int times = body.path("times").asInt(1);
        if (body.path("meanwhile").asBoolean(false)) {
          environment.change(times);
        } else {
          environment.conflict(times);
        }
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

  /** What people and batch jobs do. */
  public Clerks clerks() {
    return clerks;
  }

  /** What the system really holds; throws IllegalArgumentException for a book nobody keeps. */
  public ObjectNode truth(String what) {
    return truth
        .about(what)
        .orElseThrow(() -> new IllegalArgumentException("No such truth: " + what));
  }
}
